import type { publishEn } from "./en.ts";

/** What `publish` and `open` say, in Japanese. */
export const publishJa: Readonly<Record<keyof typeof publishEn, string>> = {
  "about-publish": "読者が研究を動かせる版を、どのウェブサーバーにも置けるフォルダに書き出す",
  "about-open": "動かせる版をこの計算機で開き、ファイルが保存されるたびに結果を示し直す",
  "option-out-publish": "書き出すフォルダ。前に発行した版があれば置き換える",
  "option-audience": "読んでよい人の範囲（TLP）。これを超える区分の要素があれば発行しない（既定：clear）",
  "option-assessment": "いま計算せず、`assess --out` で作ってある結果を使う",
  "option-port": "この計算機のポート（既定：空いているもの）",
  "note-publish":
    "フォルダには研究のファイルが全文入ります。`python3 -m http.server` など、静的なサーバーならどれでも使えます。",
  "note-open":
    "アドレスはこの計算機からだけ、含まれる秘密の文字列によってだけ開けます。Ctrl-C で終わります。",
  "publish-done":
    "{path} に発行しました：ファイル {files}、{size}（フォントを除くと {light}、圧縮して {packed}）。",
  "publish-serve": "静的なサーバーならどれでも使えます。例：cd {path} && python3 -m http.server",
  "open-address": "{address}",
  "open-watching":
    "このアドレスをブラウザで開いてください。{path} のファイルを保存するたびに示し直します。Ctrl-C で終わります。",
  "open-first": "最初の結果が出ました（{futures} × {replications}）。全体を計算しています。",
  "open-results": "結果が出ました（{futures} × {replications}）。",
  "open-errors": "{path} に誤りが {count} 件あります。画面に示しています。",
  "open-failed": "結果がありません：{text}",
  "open-closed": "終わりました。",
  "error-not-published":
    "{path} はこの対象には発行できません：TLP:{audience} を超える区分の要素が {count} 件あります。",
  "help-not-published": "何も書き出していません。",
  "error-assessment-unreadable": "{path} に評価の結果がありません。",
  "help-assessment-unreadable": "`shikumi assess STUDY --out FILE` で作れます。",
  "error-assessment-differs": "{path} は別の研究、または別のランの規則で作られたものです。",
  "help-assessment-differs":
    "そのランは {found} のもので、{expected} のものではありません。`shikumi assess` で作り直してください。",
  "error-site-not-built": "動かせる版の画面がまだビルドされていません（{path}）。",
  "help-site-not-built": "先に `npm run build` を実行してください。",
  "error-not-a-site": "{path} には発行された版でないものがあります。",
  "help-not-a-site": "空のフォルダか、まだないフォルダを指定してください。何も書き出していません。",
  "error-port-taken": "ポート {path} は使われているか、使えません。",
  "help-port-taken": "`--port` を外すか、1024 から 65535 の別の番号を指定してください。",
};
