/**
 * What keeps a study from being published.
 *
 * - `above-audience`: an element is marked for a narrower audience than that of the publication.
 */
export type PublishCode = "above-audience";
