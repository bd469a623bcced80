import { Component, lazy, type ReactNode, Suspense, useMemo } from "react";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";
import type { View, ViewProps } from "../views/view.ts";

/** The place of one view: loads its code, and stands in where that or the view fails. */
export function ViewPlace({ view, props }: { readonly view: View; readonly props: ViewProps }): ReactNode {
  const say = sayer(shellMessages, props.language);
  const Loaded = useMemo(() => lazy(async () => ({ default: (await view.load()).View })), [view]);
  return (
    <Failsafe message={(detail) => say("view-failed", { detail })}>
      <Suspense fallback={<p className="muted">{say("loading-view")}</p>}>
        <div className={`view view-${view.id}`}>
          <Loaded {...props} />
        </div>
      </Suspense>
    </Failsafe>
  );
}

interface FailsafeProps {
  readonly message: (detail: string) => string;
  readonly children: ReactNode;
}

/** Shows what went wrong in a view instead of an empty page. */
class Failsafe extends Component<FailsafeProps, { readonly detail: string | undefined }> {
  override state: { readonly detail: string | undefined } = { detail: undefined };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === undefined) return this.props.children;
    return (
      <p className="note caution" role="alert">
        {this.props.message(detail)}
      </p>
    );
  }
}
