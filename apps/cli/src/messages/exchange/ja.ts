/** What `import` and `export` say, in Japanese. */
export const exchangeJa = {
  "about-import":
    "他のファイルにあるものを取り込みます（KIND は matrix、holdings、sources、events、3w、stix）",
  "about-export": "役割分担表、保有、典拠、活動一覧（3W）、脅威情報を他のプログラム向けに書き出します",
  "option-into": "取り込む先の研究のフォルダ",
  "option-map": "FILE の列の意味を記した YAML ファイル",
  "option-dry-run": "何が変わるかを示すだけで、何も書きません",
  "option-what": "書き出すもの",
  "option-format":
    "形式。sources は csl、bibtex、ris、matrix・holdings・3w は xlsx、csv、stix は json（既定は最初のもの）",
  "option-matrix-assessment": "matrix のとき、各組織が担う割合を読む `assess --out` の出力",
  "option-out-export": "書き出し先のファイル",
  "note-import":
    "研究にすでにある要素は、書かれている場所で変更し、FILE にない事柄はそのまま残します。新しい要素は専用のファイルに書きます。すべて書くか何も書かないかのどちらかで、研究に誤りは生じません。",
  "note-import-exit":
    "終了コードは、取り込めなかったものがあれば 1、取り込めず何も書かなかったときは 2 です。",
  "note-export": "書き出すものには id が付きます（ブックでは隠れた列）。他で編集してから取り込み直せます。",
  "import-done":
    "{file}：{read} 件を読み、{added} 件を加え、{changed} 件を変え、{kept} 件はそのままです。{files} 個のファイルに書きました。",
  "import-would":
    "{file}：{read} 件を読みました。{added} 件を加え、{changed} 件を変え、{kept} 件はそのままになります。何も書いていません（--dry-run）。",
  "import-added": "{file} に追加：{ids}",
  "import-changed": "{file} で変更：{ids}",
  "import-more": "{ids} ほか {count} 件",
  "remark-refused": "取り込めません",
  "remark-loss": "取り込まなかったもの",
  "remark-defect": "不備",
  "remark-line": "{line} 行目",
  "remark-cell": "{sheet}{row} 行目",
  "remark-column": "{column} 列",
  "remark-more": "ほか {count} 箇所",
  "export-done": "{path} に {written} 件を書きました",
  "error-import-refused": "{file} は {path} に取り込めませんでした。何も書いていません。",
  "help-import-refused": "理由は上に示したとおりです。",
  "error-unknown-kind": "「{kind}」は取り込めるファイルの種類ではありません。",
  "help-unknown-kind": "{near} 種類は matrix、holdings、sources、events、3w、stix です。",
  "error-format-not-of": "{what} は {format} では書き出せません。",
  "help-format-not-of": "{formats} のいずれかを選んでください。",
} as const;
