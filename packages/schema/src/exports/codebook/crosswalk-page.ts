import type { CrosswalkCell } from '../../codebooks/crosswalk-cell.ts';
import { both, code, heading, page, table } from './html.ts';
import { legend } from './index-page.ts';
import type { Site } from './site.ts';
import { cellState, columnName, sourceLinks } from './words.ts';

function cellHtml(cell: CrosswalkCell): string {
  const { kind, words } = cellState(cell);
  if (cell.state === 'known')
    return `<td class=${kind} title=${cell.mapping.source}>${columnName(cell.mapping)}`;
  const source =
    cell.state === 'not_asked'
      ? cell.absence.source
      : cell.asked === undefined
        ? undefined
        : cell.asked.source;
  const claims = cell.claims.map((c) => `<br>${code(c.raw)}?`).join('');
  return `<td class=${kind}>${both(words)}${source === undefined ? '' : ` ${sourceLinks(source, 'sources.html')}`}${claims}`;
}

/** Variable by wave, for the respondents and the members of the monitoring survey. */
export function crosswalkPage(site: Site): string {
  const { waves, rows } = site.crosswalk;
  const part = (record: string): string =>
    `<div class=scroll>${table(
      'grid',
      [both({ zh: '变量', en: 'variable' }), ...waves],
      rows
        .filter((row) => row.record === record)
        .map((row) => [
          `<a href=${site.pathOf('monitoring', record, row.variable)}>${both(row.label)}</a>`,
          ...row.cells.map(cellHtml),
        ]),
    )}</div>`;
  const body = [
    '<h1>对照表</h1><p lang=en>Crosswalk: which column holds which variable in which wave</p>',
    legend,
    `<p>${both({
      zh: '斜线：本轮没有，附来源。“未知”：没有来源给出列名，可能问过。带问号的列名是猜测或互相矛盾的说法，不用来读数据。',
      en: 'Hatched: the wave has none, with its source. “Not known”: no source names a column; it may have been asked. A name with a question mark is a guess or contradicted; nothing is read by it.',
    })}</p>`,
    heading('被访者', 'Respondents'),
    part('respondent'),
    heading('家庭成员（{n} 为名册序号）', 'Household members ({n} is the slot of the roster)'),
    part('member'),
  ];
  return page({ title: '对照表 Crosswalk', depth: 0, body: body.join('\n') });
}
