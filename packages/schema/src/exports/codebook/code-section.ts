import type { CodeList } from '../../code-list.ts';
import type { CrosswalkRow } from '../../codebooks/crosswalk.ts';
import { both, code, escapeHtml, heading, table } from './html.ts';

/** The most codes that a page prints; longer lists (counties) are only counted. */
const mostCodes = 40;

/** Raw codes by wave that stand for each canonical code; waves whose codes are not known have no column. */
function rawColumns(row: CrosswalkRow): { wave: string; rawsOf(code: string): string }[] {
  return row.cells.flatMap((cell) => {
    if (cell.state !== 'known' || cell.mapping.codes_confidence === 'placeholder') return [];
    const { codes } = cell.mapping;
    if (codes === undefined) return [];
    const rawsOf = (wanted: string): string => {
      const raws = Object.keys(codes).filter((raw) => codes[raw] === wanted);
      const first = Number(raws[0]);
      const runs = raws.length > 2 && raws.every((raw, i) => Number(raw) === first + i);
      return runs ? `${raws[0]}–${raws.at(-1)}` : raws.join(', ');
    };
    return [{ wave: cell.wave, rawsOf }];
  });
}

/** The codes of a category with labels, and the raw code of each in every wave where it is known. */
export function codeSection(list: CodeList, row: CrosswalkRow | undefined): string {
  const title = heading('编码', 'Codes');
  const origin = [list.standard, list.source].filter((text) => text !== undefined);
  const told = origin.length > 0 ? `<p><i>${origin.map(escapeHtml).join('; ')}</i></p>` : '';
  if (list.codes.length > mostCodes)
    return `${title}<p>${both({ zh: `${list.label.zh}：${list.codes.length}个编码`, en: `${list.label.en}: ${list.codes.length} codes` })} ${code(list.id)}</p>${told}`;
  const waves = row === undefined ? [] : rawColumns(row);
  if (waves.length === 0)
    return `${title}<dl class=codes>${list.codes.map((c) => `<dt>${code(c.code)}<dd>${both(c.label)}`).join('')}</dl>${told}`;
  const head = [
    both({ zh: '编码', en: 'code' }),
    both({ zh: '含义', en: 'meaning' }),
    ...waves.map(({ wave }) => wave),
  ];
  const rows = list.codes.map((entry) => [
    code(entry.code),
    both(entry.label),
    ...waves.map(({ rawsOf }) => rawsOf(entry.code)),
  ]);
  return `${title}${table('codes', head, rows)}${told}`;
}
