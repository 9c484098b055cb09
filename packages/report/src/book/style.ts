import { heatColours } from '../table/heat.ts';

const heatLight = [
  ...heatColours.map(({ fill }, heat) => `--heat-${heat}: ${fill};`),
  `--on-heat-2: ${heatColours[2]?.text};`,
  `--on-heat: ${heatColours[4]?.text};`,
].join(' ');

/** The book's stylesheet: one column beside its contents, restrained, light and dark, printable on A4. */
export const style = `
/* The fonts above are parts of Noto Sans SC, SIL Open Font License 1.1. */
:root { color-scheme: light dark; --paper: #fff; --ink: #1d2733; --quiet: #55606e; --rule: #d5dbe3; --hair: #e9edf2; --brand: #12436d; --number: #5d7e9e; --tint: #eef3f8; --warn: #8a3b12; --warn-tint: #fdf3ec; --warn-rule: #efd3c1; --cover: #12436d; --target: #fff3c4; ${heatLight} }
@media (prefers-color-scheme: dark) { :root { --paper: #12181f; --ink: #dfe5ec; --quiet: #a3afbd; --rule: #35414e; --hair: #232d38; --brand: #8fc1ec; --number: #8aa6c1; --tint: #1b2530; --warn: #f5b58e; --warn-tint: #2c1f16; --warn-rule: #553823; --cover: #0d2f4d; --target: #4a3f12; --heat-0: #1a2733; --heat-1: #20405c; --heat-2: #2b5f8c; --heat-3: #6aa3d3; --heat-4: #b9d9f3; --on-heat-2: #fff; --on-heat: #0f1720; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 16px; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.75 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 12px; background: var(--paper); padding: 6px 12px; z-index: 2; }
.frame { max-width: 924px; margin: 0 auto; }
main { padding: 0 32px 80px; min-width: 0; }
.side { display: none; }
.cover { background: var(--cover); color: #fff; padding: 88px 0 64px; }
.cover div { max-width: 924px; margin: 0 auto; padding: 0 32px; }
.cover p { margin: 0; }
.cover h1 { font-size: 42px; line-height: 1.3; margin: 12px 0 20px; letter-spacing: .01em; text-wrap: balance; }
.cover a { color: #fff; }
.waves { list-style: none; margin: 0 0 18px; padding: 0; font-size: 15px; columns: 2; }
.kicker { font-size: 14px; letter-spacing: .12em; }
.banner { background: var(--warn-tint); color: var(--warn); border-bottom: 1px solid var(--warn-rule); }
.banner p { max-width: 924px; margin: 0 auto; padding: 10px 32px; font-weight: 700; font-size: 15px; }
nav ol { list-style: none; padding: 0; margin: 16px 0 0; }
#contents nav ol { columns: 2; column-gap: 32px; }
nav li { break-inside: avoid; border-bottom: 1px solid var(--rule); padding: 8px 0; }
nav a { color: var(--ink); text-decoration: none; display: flex; gap: 14px; }
nav a b { color: var(--brand); min-width: 1.2em; }
nav a:hover, nav a:focus-visible { color: var(--brand); text-decoration: underline; }
.top { position: fixed; right: 16px; bottom: 16px; background: var(--tint); color: var(--brand); border: 1px solid var(--rule); border-radius: 4px; padding: 4px 12px; font-size: 14px; text-decoration: none; }
h2 { font-size: 30px; line-height: 1.3; margin: 0 0 20px; color: var(--brand); border-bottom: 3px solid var(--brand); padding-bottom: 10px; }
.heading-number { color: var(--number); margin-right: 10px; }
h3 { font-size: 20px; line-height: 1.4; margin: 48px 0 12px; }
h4 { font-size: 16px; margin: 32px 0 8px; }
a { color: var(--brand); text-underline-offset: 3px; text-decoration-thickness: 1px; }
section { padding-top: 72px; }
p { margin: 0 0 14px; }
.lead { font-size: 18px; color: var(--quiet); }
.note { font-size: 13px; line-height: 1.6; color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 24px 0 0; padding: 0; list-style: none; }
.cards li { background: var(--tint); border-top: 3px solid var(--brand); padding: 16px 18px 14px; }
.cards .value { font-size: 32px; font-weight: 700; line-height: 1.2; color: var(--brand); display: block; }
.cards .value a { text-decoration: none; }
.cards .name { display: block; font-weight: 700; font-size: 15px; line-height: 1.4; margin-top: 4px; }
.cards .range { display: block; font-size: 13px; color: var(--quiet); line-height: 1.5; margin-top: 4px; }
dl { margin: 0; }
dt { font-weight: 700; margin-top: 16px; }
dt small, dd small { color: var(--quiet); font-weight: 400; font-size: 13px; margin-left: 6px; }
dd { margin: 2px 0 0; }
@media (min-width: 700px) { dd a[href^="#"] { white-space: nowrap; } }
#definitions dt { font-size: 15px; } #definitions dd { font-size: 14px; line-height: 1.65; }
[data-id] > a, a[data-id] { color: inherit; text-decoration: none; border-bottom: 1px dotted var(--number); }
[data-id] > a:hover, a[data-id]:hover { color: var(--brand); border-bottom-style: solid; }
figure { margin: 44px 0 0; break-inside: avoid; }
figcaption { font-size: 14px; font-weight: 700; color: var(--brand); border-top: 1px solid var(--rule); padding-top: 14px; margin-bottom: 6px; }
.picture { background: #fff; border-radius: 3px; }
@media (prefers-color-scheme: dark) { .picture { padding: 14px; } }
figure svg { width: 100%; height: auto; display: block; }
details { margin: 10px 0 0; }
summary { cursor: pointer; color: var(--brand); font-size: 14px; padding: 4px 0; width: fit-content; }
.fold ul { font-size: 14px; padding-left: 1.2em; margin: 6px 0 0; }
.table { margin: 22px 0 0; break-inside: auto; }
.table-title { font-size: 15px; margin: 0 0 6px; break-after: avoid; }
.table-title b { color: var(--brand); margin-right: 6px; }
.table .note { margin: 8px 0 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; font-weight: 700; }
thead small { display: block; font-weight: 400; color: var(--quiet); }
th, td { text-align: left; padding: 5px 8px; vertical-align: top; }
thead .group { text-align: center; }
thead .group + .group { border-left: 12px solid var(--paper); }
tbody th { font-weight: 400; min-width: 8em; }
tbody tr:not(.heading) th, thead tr:first-child th:first-child { position: sticky; left: 0; background: var(--paper); }
tbody tr + tr > * { border-top: 1px solid var(--hair); }
tbody .heading th { font-weight: 700; padding-top: 12px; }
.indent-1 { padding-left: 24px; }
.figure, .estimate, .interval, .count, .number { text-align: right; white-space: nowrap; }
thead .figure, thead .estimate, thead .interval, thead .count, thead .number { white-space: normal; }
td small { display: block; font-size: 12px; color: var(--quiet); }
td.interval { color: var(--quiet); }
.key { display: flex; flex-wrap: wrap; gap: 2px; margin: 0 0 8px; font-size: 12px; line-height: 1.5; }
.key span { padding: 1px 10px; }
.heat-0 { background: var(--heat-0); } .heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); color: var(--on-heat-2); } .heat-3 { background: var(--heat-3); color: var(--on-heat); } .heat-4 { background: var(--heat-4); color: var(--on-heat); }
td[class*=heat-] { border: 1px solid var(--paper); }
td.text { min-width: 5em; }
td.wide { min-width: 13em; }
ul { padding-left: 1.3em; }
code { font: 13px/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans SC', monospace; overflow-wrap: anywhere; }
sup { line-height: 0; }
#provenance code { color: var(--quiet); }
.traces ul { list-style: none; padding: 0; font-size: 13px; line-height: 1.6; }
.traces li { padding: 6px 8px; border-bottom: 1px solid var(--hair); content-visibility: auto; contain-intrinsic-size: auto 50px; }
.traces li code { display: block; color: var(--quiet); }
.traces details p { font-size: 14px; margin: 6px 0; }
li:target, dt:target { background: var(--target); }
@media (min-width: 1240px) {
  .frame { max-width: 1216px; display: grid; grid-template-columns: 260px minmax(0, 924px); gap: 16px; }
  .cover div, .banner p { max-width: 1216px; padding-left: 308px; }
  .side { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 56px 0 24px 32px; font-size: 14px; }
  .side li { padding: 5px 0; border: 0; line-height: 1.5; }
  .side a { gap: 8px; } .side b { min-width: 1.4em; }
  .top { display: none; }
}
@media (max-width: 700px) { .cards { grid-template-columns: 1fr; } #contents nav ol, .waves { columns: 1; } .cover { padding: 56px 0 40px; } .cover h1 { font-size: 30px; } main, .cover div, .banner p { padding-left: 18px; padding-right: 18px; } h2 { font-size: 26px; } .picture { overflow-x: auto; } figure svg { min-width: 560px; } }
@page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page); font: 9pt Arial, sans-serif; color: #55606e; } }
@page :first { @bottom-center { content: ''; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #1d2733; --quiet: #55606e; --rule: #d5dbe3; --hair: #e9edf2; --brand: #12436d; --number: #5d7e9e; --tint: #eef3f8; ${heatLight} }
  body { font-size: 10.5pt; line-height: 1.6; }
  .frame { display: block; max-width: none; }
  main { max-width: none; padding: 0; }
  .side, .top, .skip, .traces, .cover a { display: none; }
  .chapter, .back { break-before: page; padding-top: 0; }
  #contents { break-before: page; padding-top: 0; }
  .cover, .cards li, [class*=heat-] { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .cards li { break-inside: avoid; }
  .picture { padding: 0; overflow: visible; }
  figure { break-inside: avoid; margin-top: 24px; }
  figure svg { min-width: 0; max-height: 235mm; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  td small { font-size: 7pt; }
  th, td { padding: 2px 4px; }
  thead { display: table-header-group; }
  tr, dd, li { break-inside: avoid; }
  tbody tr:not(.heading) th, thead tr:first-child th:first-child { position: static; }
  h2, h3, h4, dt, .table-title, main section > .note { break-after: avoid; }
  details > summary { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  a { text-decoration: none; color: inherit; }
  [data-id] > a, a[data-id] { border: 0; }
}
`;
