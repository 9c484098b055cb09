/** The book's stylesheet: one column, restrained, printable on A4. Fonts lie beside the page. */
export const style = `
@font-face { font-family: 'Noto Sans SC'; font-weight: 400; src: url('fonts/NotoSansSC-400.ttf'); }
@font-face { font-family: 'Noto Sans SC'; font-weight: 700; src: url('fonts/NotoSansSC-700.ttf'); }
:root { --ink: #1d2733; --quiet: #55606e; --rule: #d5dbe3; --brand: #12436d; --tint: #eef3f8; --warn: #8a3b12; --warn-tint: #fdf3ec; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.7 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 860px; margin: 0 auto; padding: 0 32px 80px; }
.cover { background: var(--brand); color: #fff; padding: 88px 0 64px; }
.cover div { max-width: 860px; margin: 0 auto; padding: 0 32px; }
.cover p { margin: 0; opacity: .9; }
.cover h1 { font-size: 42px; line-height: 1.25; margin: 12px 0 20px; letter-spacing: .01em; }
.cover a { color: #fff; }
.waves { list-style: none; margin: 0 0 18px; padding: 0; opacity: .9; }
.kicker { font-size: 14px; letter-spacing: .12em; }
.banner { background: var(--warn-tint); color: var(--warn); border-bottom: 1px solid #efd3c1; }
.banner p { max-width: 860px; margin: 0 auto; padding: 10px 32px; font-weight: 700; font-size: 15px; }
nav ol { list-style: none; padding: 0; margin: 16px 0 0; columns: 2; column-gap: 32px; }
nav li { break-inside: avoid; border-bottom: 1px solid var(--rule); padding: 8px 0; }
nav a { color: var(--ink); text-decoration: none; display: flex; gap: 14px; }
nav a b { color: var(--brand); min-width: 1.2em; }
nav a:hover { color: var(--brand); }
h2 { font-size: 30px; line-height: 1.3; margin: 0; color: var(--brand); }
h3 { font-size: 19px; margin: 40px 0 12px; }
h4 { font-size: 16px; margin: 32px 0 8px; }
a { color: var(--brand); text-underline-offset: 2px; }
section { padding-top: 72px; }
.chapter header { display: flex; align-items: baseline; gap: 18px; border-bottom: 3px solid var(--brand); padding-bottom: 10px; }
.chapter-number { font-size: 30px; font-weight: 700; color: #8fa9c2; margin: 0; line-height: 1.3; }
.back h2 { border-bottom: 3px solid var(--brand); padding-bottom: 10px; margin-bottom: 20px; }
.introduction { font-size: 17px; color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 24px 0 0; padding: 0; list-style: none; }
.cards li { background: var(--tint); border-top: 3px solid var(--brand); padding: 16px 18px 14px; }
.cards .value { font-size: 32px; font-weight: 700; line-height: 1.2; color: var(--brand); display: block; }
.cards .name { display: block; font-weight: 700; font-size: 15px; line-height: 1.4; margin-top: 4px; }
.cards .range { display: block; font-size: 13px; color: var(--quiet); line-height: 1.5; margin-top: 4px; }
.findings { display: block; font-size: 16px; }
.findings dt { color: var(--ink); font-weight: 700; margin-top: 14px; }
.findings dt small { color: var(--quiet); font-weight: 400; margin-left: 8px; }
.findings dd { margin: 2px 0 0; }
.findings a { font-size: 14px; white-space: nowrap; }
figure { margin: 48px 0 0; break-inside: avoid; }
figcaption { font-size: 14px; font-weight: 700; color: var(--brand); border-top: 1px solid var(--rule); padding-top: 14px; margin-bottom: 4px; }
figure svg { width: 100%; height: auto; display: block; }
details { margin-top: 8px; font-size: 14px; }
summary { cursor: pointer; color: var(--brand); }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
table.narrow { margin-top: 10px; }
table.compact { font-size: 13px; }
table.compact th, table.compact td { padding: 4px 5px; }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; font-weight: 700; }
th, td { text-align: left; padding: 5px 8px; vertical-align: top; }
tbody th { font-weight: 400; }
tbody tr + tr > * { border-top: 1px solid #edf0f4; }
.number { text-align: right; white-space: nowrap; }
.interval { color: var(--quiet); }
.scroll { overflow-x: auto; }
.note { font-size: 13px; color: var(--quiet); }
dl { display: grid; grid-template-columns: 9em 1fr; gap: 4px 16px; font-size: 15px; }
dt { color: var(--quiet); }
dd { margin: 0; }
.files { list-style: none; margin: 0; padding: 0; }
code { font: 13px/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans SC', monospace; overflow-wrap: anywhere; }
.hash { color: var(--quiet); }
sup { line-height: 0; }
@media (max-width: 700px) { .cards { grid-template-columns: 1fr; } nav ol { columns: 1; } dl { grid-template-columns: 1fr; } .cover h1 { font-size: 30px; } main, .cover div, .banner p { padding-left: 18px; padding-right: 18px; } }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .chapter, .back { break-before: page; padding-top: 0; }
  .cover { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .cards li { -webkit-print-color-adjust: exact; print-color-adjust: exact; break-inside: avoid; }
  details { display: none; }
  tr { break-inside: avoid; }
}
`;
