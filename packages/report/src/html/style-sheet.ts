import { darkPalette, lightPalette, paletteProperties } from "./palette.ts";

const sans = `"Noto Sans JP","Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic Medium","Yu Gothic",Meiryo,sans-serif`;
const latin = `"Source Sans 3","Segoe UI","Helvetica Neue",Arial`;
const serif = `"Noto Serif JP","Hiragino Mincho ProN","Yu Mincho","YuMincho",serif`;
const latinSerif = `"Source Serif 4",Charter,"Bitstream Charter","Iowan Old Style",Cambria`;
const mono = `ui-monospace,"SFMono-Regular",Consolas,"Liberation Mono",monospace`;

const tokens = `
:root{color-scheme:light dark;${paletteProperties(lightPalette)};
--s-1:.8125rem;--s0:1rem;--s1:1.1875rem;--s2:1.5rem;--s3:2.25rem;--measure:43rem;
--sans:${latin},${sans};--serif:${latinSerif},${serif};--mono:${mono}}
:root:lang(ja){--sans:${sans};--serif:${serif};--measure:44rem}
@media (prefers-color-scheme:dark){:root{${paletteProperties(darkPalette)}}}`;

const page = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--s0)/1.6 var(--sans);font-kerning:normal;
font-variant-numeric:lining-nums;overflow-wrap:break-word}
body:lang(ja){line-height:1.75;line-break:strict;text-spacing-trim:trim-start;word-break:normal}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100vw;top:0;background:var(--ink);color:var(--paper);padding:.6rem 1rem;z-index:9}
.skip:focus{left:0}
.page{max-width:82rem;margin:0 auto;padding:0 1.25rem 4rem;display:grid;grid-template-columns:minmax(0,1fr);column-gap:3.5rem}
header.top{padding:3.25rem 0 1.75rem;border-bottom:1px solid var(--ink);margin-bottom:1.5rem}
.kicker{margin:0 0 .75rem;color:var(--accent);font-size:var(--s-1);font-weight:700;letter-spacing:.09em}
.kicker:lang(en){text-transform:uppercase}
h1{font:600 clamp(1.6rem,1.1rem + 2vw,var(--s3))/1.22 var(--serif);letter-spacing:-.005em;margin:0;max-width:34em;text-wrap:balance}
h1:lang(ja){line-height:1.4;letter-spacing:0;word-break:auto-phrase}
.facts{display:flex;flex-wrap:wrap;gap:.4rem 2.25rem;margin:1.5rem 0 0;font-size:var(--s-1)}
.facts div{display:flex;flex-direction:column}
.facts dt{color:var(--muted)}.facts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
main{min-width:0}
section{margin:0 0 3rem}
h2{font:600 var(--s2)/1.3 var(--serif);margin:0 0 1rem;padding-top:.75rem;border-top:3px solid var(--accent);text-wrap:balance}
h3{font-size:var(--s1);line-height:1.35;margin:2rem 0 .6rem}
p,ul,ol,dl.terms,.note{max-width:var(--measure)}
p{margin:0 0 .9rem}
.lead{font:400 1.3125rem/1.5 var(--serif);margin:0 0 .7rem}
.lead:lang(ja){line-height:1.7;font-size:1.1875rem}
ul,ol{padding-left:1.4em;margin:0 0 1rem}li{margin:0 0 .45rem;padding-left:.2em}li::marker{color:var(--accent);font-weight:700}
dl.terms{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.3rem 1.25rem;margin:0 0 1.25rem}
dl.terms dt{font-weight:600;max-width:13rem}dl.terms dd{margin:0}
dl.legend{grid-template-columns:repeat(auto-fill,minmax(13.5rem,1fr));max-width:none;font-size:var(--s-1);gap:.2rem 1rem}
dl.legend div{display:flex;gap:.6rem}dl.legend dt{min-width:1.4em;text-align:center}
.note{background:var(--raised);border-left:3px solid var(--accent);padding:.9rem 1.1rem;margin:1.25rem 0;font-size:.9375rem}
.note.caution{background:var(--caution);border-color:var(--caution-edge)}
.note h3{margin:0 0 .4rem;font-size:.9375rem}.note p{margin:0 0 .4rem}.note p:last-child{margin:0}
.muted{color:var(--muted);font-weight:400;font-size:.875em}
code{font:.875em var(--mono);overflow-wrap:anywhere}
pre{background:var(--raised);border:1px solid var(--rule);padding:.8rem 1rem;overflow-x:auto;font:var(--s-1)/1.6 var(--mono);margin:0 0 1rem}
data{font-variant-numeric:tabular-nums lining-nums;font-weight:600;white-space:nowrap}
.interval{font-weight:400;color:var(--muted);font-size:.875em}
.absent{color:var(--muted);font-size:.875em;font-weight:400}
cite{font-style:normal}cite:lang(en){font-style:italic}
sup.run{font-size:.65em;line-height:0;margin-left:.15em;font-weight:400}sup.run a{text-decoration:none}sup.run a:hover{text-decoration:underline}
nav.contents{font-size:var(--s-1);line-height:1.45}
nav.contents h2{font:700 var(--s-1)/1.4 var(--sans);border:0;padding:0;margin:0 0 .5rem;color:var(--muted)}
nav.contents ol{list-style:none;padding:0;margin:0;columns:2}nav.contents li{padding:0;margin:0 0 .3rem;break-inside:avoid}
nav.contents a{text-decoration:none}nav.contents a:hover{text-decoration:underline}
@media (min-width:75rem){
.page{grid-template-columns:13rem minmax(0,1fr)}header.top{grid-column:1/-1}
nav.contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}nav.contents ol{columns:1}nav.contents li{margin-bottom:.55rem}}
@media (max-width:75rem){nav.contents{margin-bottom:2rem}}
@media (max-width:34rem){dl.terms:not(.legend){grid-template-columns:1fr}dl.terms:not(.legend) dd{margin-bottom:.5rem}nav.contents ol{columns:1}}`;

const tables = `
.frame{position:relative;overflow:auto;max-height:min(88vh,60rem);border:1px solid var(--rule);border-radius:3px;background:var(--paper)}
.block{margin:1.25rem 0 1.75rem}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:var(--s-1);line-height:1.4}
.caption{font-weight:600;font-size:.9375rem;margin:0 0 .5rem;max-width:none}
th,td{padding:.4rem .65rem;text-align:start;vertical-align:baseline;border-bottom:1px solid var(--rule)}
thead{position:sticky;top:0;z-index:2}
thead th,thead td{background:var(--head);font-weight:600;vertical-align:bottom}
thead tr.over>*{border-bottom:0;padding-bottom:0;color:var(--muted);font-weight:600;text-align:center}
tbody th{font-weight:400;min-width:9.5rem;max-width:20rem}
tbody tr.group>*{background:var(--raised);font-weight:700;padding-top:.5rem}
tbody tr:last-child>*{border-bottom:0}
tbody tr:hover>*{background:var(--raised)}
.end{text-align:end}.center{text-align:center}
td.numeric{text-align:end;font-variant-numeric:tabular-nums lining-nums}
td.numeric .interval,td.numeric .muted{display:block;font-size:.85em;white-space:nowrap}
td.prose{min-width:8rem}
.notes{font-size:var(--s-1);color:var(--muted);margin:.5rem 0 0;max-width:none}.notes p{margin:0 0 .2rem;max-width:60rem}
table.matrix{table-layout:fixed}table.matrix thead tr.over>*{text-align:start;border-left:1px solid var(--axis);padding:.35rem .2rem 0 .35rem;overflow:hidden}
table.matrix thead tr.over>:first-child{border-left:0}
.clamped{display:-webkit-box;-webkit-line-clamp:3;line-clamp:3;-webkit-box-orient:vertical;overflow:hidden;font-size:.6875rem;line-height:1.2;overflow-wrap:anywhere}

.block.matrix .frame{width:fit-content;max-width:100%}
table.matrix col:first-child{width:13rem}table.matrix col{width:3.7rem}table.matrix tbody th{min-width:0}
table.matrix th:first-child{position:sticky;left:0;z-index:1;background:var(--paper);border-right:1px solid var(--rule)}
table.matrix thead tr>:first-child{position:sticky;left:0;z-index:3;background:var(--head);border-right:1px solid var(--rule)}
table.matrix tr.group th:first-child{background:var(--raised)}
table.matrix thead tr.names th:not(:first-child){padding:.5rem .15rem .4rem;text-align:start}
table.matrix thead .turned{writing-mode:vertical-rl;transform:rotate(180deg);height:12rem;max-width:3.4rem;font-size:.75rem;line-height:1.1;margin:0 auto;display:block;overflow:hidden;overflow-wrap:anywhere}
table.matrix thead .turned:lang(ja){transform:none;text-orientation:mixed;text-align:end}
table.matrix tbody td{padding:.3rem .1rem;text-align:center;border-left:1px solid var(--rule);vertical-align:middle;white-space:nowrap}
table.matrix td .marks{display:block;font-size:.9375rem;line-height:1.15;letter-spacing:.02em}
table.matrix td .marks b{font-weight:700}table.matrix td .share{display:block;font-size:.75rem;line-height:1.2}
td.ready,tr:hover td.ready{background:var(--ready)}td.lawful,tr:hover td.lawful{background:var(--lawful)}
td.gap,tr:hover td.gap{background:var(--gap)}td.open,tr:hover td.open{background:var(--open)}
tr.flagged th strong{background:var(--gap);padding:.05em .4em;border-radius:2px;font-size:.8125em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figure{margin:1.25rem 0 1.75rem}figcaption{font-weight:600;font-size:.9375rem;margin:0 0 .5rem}
.chart{overflow-x:auto}.chart svg{display:block;width:100%;min-width:36rem;max-width:60rem;height:auto}
.references{list-style:none;padding:0;max-width:52rem;font-size:.9375rem}.references li{padding-left:1.6em;text-indent:-1.6em;margin-bottom:.5rem}
.references .grade{color:var(--muted);font-size:.875em}
details.record{font-size:var(--s-1)}
:target{background:var(--caution)}section:target,h2:target,h3:target{background:none}`;

const charts = `
svg text{font-family:var(--sans);font-size:12px;fill:var(--ink);font-variant-numeric:tabular-nums lining-nums}
svg .small{font-size:11px;fill:var(--muted)}svg .name{font-size:13px}svg .domain{font-weight:700}
svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round;font-weight:600;font-size:11.5px}
svg .grid{stroke:var(--rule);stroke-width:1}svg .zero{stroke:var(--axis);stroke-width:1.25}
svg .whisker{stroke:var(--accent);stroke-width:2}svg .dot{fill:var(--accent);stroke:var(--accent);stroke-width:2}
svg .whisker.second{stroke:var(--axis)}svg .dot.second{fill:var(--paper);stroke:var(--axis)}
svg .total{stroke:var(--ink);stroke-width:2}svg .leader{stroke:var(--axis);stroke-width:.75;fill:none}
svg .bar{fill:var(--accent);stroke:var(--accent);stroke-width:1.5}svg .bar.weak{fill:var(--raised);stroke:var(--axis);stroke-dasharray:4 2}
svg .range{stroke:var(--ink);stroke-width:1.5}svg .chance{stroke:var(--area-capability);stroke-width:3}
svg .heat{fill:var(--area-capability);stroke:var(--rule);stroke-width:1}
svg .strand{fill:none;stroke-width:2.25}
svg .pane{fill:none;stroke:var(--axis);stroke-width:1}svg .hit{fill:var(--area-capability);stroke:var(--paper);stroke-width:.6}svg .other{fill:none;stroke:var(--axis);stroke-width:1}
svg .box{fill:var(--area-capability);fill-opacity:.12;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 3}
svg .way{fill:none;stroke:var(--accent);stroke-width:1.75}svg .step{fill:var(--accent)}svg .told{fill:var(--accent);stroke:var(--paper);stroke-width:1}
svg .way.second{stroke:var(--area-capability);stroke-dasharray:5 3}svg .step.second{fill:var(--area-capability)}svg .told.second{fill:var(--paper);stroke:var(--area-capability);stroke-width:2}
svg .edge{fill:none;stroke:var(--paper);stroke-width:1}
svg .texture{stroke:var(--paper);stroke-width:1.4;fill:none;opacity:.75}svg .speck{fill:var(--paper);opacity:.8}`;

const print = `
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page);font-size:8pt}}
@page wide{size:A4 landscape;margin:14mm 12mm}
@media print{:root{color-scheme:light;${paletteProperties({ ...lightPalette, paper: "#ffffff" })}}
body{font-size:9.5pt;line-height:1.5}.page{display:block;max-width:none;padding:0}
.skip,details.record{display:none}header.top{padding-top:0}
nav.contents{position:static;max-height:none;overflow:visible;font-size:8.5pt}nav.contents ol{columns:2}
h1{font-size:20pt}h2{font-size:14pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}
.lead{font-size:12pt}section{margin-bottom:10mm}#question,#roles,#equality,#causes,#levers,#assumptions,#failures,#matters,#reproduction{break-before:page}
p,li{orphans:3;widows:3}.note,figure .chart,tr,dl.terms div,.references li{break-inside:avoid}
.frame{overflow:visible;max-height:none;border:0}thead{display:table-header-group;position:static}
table{font-size:7.5pt}th,td{padding:1.2mm 1.6mm}tbody th{min-width:20mm}.caption,figcaption{break-after:avoid}
.block.matrix{page:wide}.block.matrix .frame{overflow:visible}table.matrix th:first-child{position:static}
.chart svg{min-width:0}a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

/** The styles of a brief: nothing is loaded from elsewhere. */
export const styleSheet: string = [tokens, page, tables, charts, print].map((part) => part.trim()).join("\n");
