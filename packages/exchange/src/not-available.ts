/** Whether a text says that there is no value: `NA`, `N/A`, `n.d.`, `-`, `不明`, and the like. */
export function saysNothing(text: string): boolean {
  return /^(?:n\/?a|n\.a\.|n\.d\.|nan|null|none|unknown|-+|–|—|\?+|不明|なし|該当なし|#n\/a)$/i.test(
    text.trim(),
  );
}

/** Whether a text is in Japanese: has kana or Chinese characters. */
export function isJapanese(text: string): boolean {
  return /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text);
}
