import { type Codebook, layoutSignature } from '../../codebook.ts';
import type { CrosswalkRow } from '../../codebooks/crosswalk.ts';
import type { CrosswalkCell } from '../../codebooks/crosswalk-cell.ts';
import { specialFiles } from '../../codebooks/special-files.ts';
import { both, code, escapeHtml, heading, page, table, upTo } from './html.ts';
import type { Site } from './site.ts';
import { codesAreUnknown, columnName, confidenceMark, sourceLinks } from './words.ts';

const depth = 1;
const sourcesPage = '../sources.html';

interface Entry {
  readonly row: CrosswalkRow;
  readonly cell: CrosswalkCell;
}
type Known = Extract<CrosswalkCell, { state: 'known' }>;
const isKnown = (entry: Entry): entry is Entry & { cell: Known } => entry.cell.state === 'known';

const link = ({ row }: Entry, site: Site): string =>
  `<a href=${upTo(depth)}${site.pathOf('monitoring', row.record, row.variable)}>${both(row.label)}</a>${row.record === 'member' ? ` ${both({ zh: '（成员）', en: '(member)' })}` : ''}`;

function facts(codebook: Codebook): string {
  const { evidence, interview, age_window: ages, usual_rows, roster_slots } = codebook;
  const how = (of: 'interview' | 'age_window' | 'usual_rows'): string =>
    evidence
      ? ` ${confidenceMark(evidence[of].confidence)} ${sourceLinks(evidence[of].source, sourcesPage)}`
      : '';
  const window = ages[1] === null ? `${ages[0]}+` : `${ages[0]}–${ages[1]}`;
  const fact = (zh: string, en: string, html: string): string => `<dt>${both({ zh, en })}<dd>${html}`;
  return `<dl>${[
    fact('全国文件行数', 'Rows of the national file', usual_rows.toLocaleString('en-US') + how('usual_rows')),
    fact(
      '调查年月',
      'Month of interview',
      `${interview.year}-${String(interview.month).padStart(2, '0')}${how('interview')}`,
    ),
    fact('年龄范围', 'Age window', window + how('age_window')),
    fact('名册人数上限', 'Slots of the roster', String(roster_slots)),
    fact('凭以识别的列', 'Recognised by the columns', layoutSignature(codebook).map(code).join(' ')),
  ].join('')}</dl>`;
}

function knownTable(entries: readonly (Entry & { cell: Known })[], site: Site): string {
  return table(
    'waves',
    [
      both({ zh: '变量', en: 'variable' }),
      both({ zh: '列名', en: 'column' }),
      both({ zh: '列名把握', en: 'name' }),
      both({ zh: '编码把握', en: 'codes' }),
      both({ zh: '来源', en: 'source' }),
    ],
    entries.map((entry, i) => {
      const { mapping } = entry.cell;
      const told = mapping.note !== undefined && entries[i - 1]?.cell.mapping.note === mapping.note;
      return [
        link(entry, site),
        `${columnName(mapping)}${mapping.note && !told ? `<small>${both(mapping.note)}</small>` : ''}`,
        confidenceMark(mapping.confidence),
        codesMark(mapping),
        sourceLinks(mapping.source, sourcesPage),
      ];
    }),
  );
}

function codesMark(m: Known['mapping']): string {
  if (m.read === 'not_known') return both({ zh: '写法未知', en: 'form not known' });
  if (codesAreUnknown(m)) return both({ zh: '编码未知或不全', en: 'not known, or in part' });
  return m.read === 'code' ? confidenceMark(m.codes_confidence ?? m.confidence) : '';
}

const section = (zh: string, en: string, why: string, body: string): string =>
  body === '' ? '' : `${heading(zh, en)}${why === '' ? '' : `<p>${why}</p>`}${body}`;

const folded = (zh: string, en: string, body: string): string =>
  body === '' ? '' : `<details><summary>${both({ zh, en })}</summary>${body}</details>`;

function claimTable(entries: readonly Entry[], site: Site): string {
  const rows = entries.flatMap((entry) =>
    entry.cell.claims.map((claim) => [
      code(claim.raw),
      `${link(entry, site)}${claim.note ? `<small>${both(claim.note)}</small>` : ''}`,
      confidenceMark(claim.confidence),
      sourceLinks(claim.source, sourcesPage),
    ]),
  );
  if (rows.length === 0) return '';
  rows.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
  return table(
    'waves',
    [
      both({ zh: '列名', en: 'column' }),
      both({ zh: '据说是', en: 'said to be' }),
      both({ zh: '把握', en: 'how sure' }),
      both({ zh: '来源', en: 'source' }),
    ],
    rows,
  );
}

const names = (entries: readonly Entry[], site: Site): string =>
  entries.length === 0 ? '' : `<ul class=list>${entries.map((e) => `<li>${link(e, site)}`).join('')}</ul>`;

function specials(codebook: Codebook): string {
  const files = specialFiles.filter((file) => file.wave === codebook.wave);
  if (files.length === 0) return '';
  return `<ul class=plain>${files
    .map(
      (file) =>
        `<li>${both(file.label)}${file.rows === null ? '' : ` · ${file.rows.toLocaleString('en-US')} ${both({ zh: '行', en: 'rows' })}`} ${confidenceMark(file.confidence)} ${sourceLinks(file.source, sourcesPage)}${file.note ? `<small>${both(file.note)}</small>` : ''}`,
    )
    .join('')}</ul>`;
}

function otherColumns(codebook: Codebook): string {
  const columns = codebook.other_columns ?? [];
  if (columns.length === 0) return '';
  return `<dl>${columns.map((c) => `<dt>${code(c.raw)}<dd>${both(c.meaning)} ${confidenceMark(c.confidence)} ${sourceLinks(c.source, sourcesPage)}`).join('')}</dl>`;
}

/** What to check first when the file of a wave is at hand: least sure first. */
export function wavePage(codebook: Codebook, site: Site): string {
  const entries = site.crosswalk.rows.map((row): Entry => {
    const cell = row.cells.find((c) => c.wave === codebook.wave);
    if (!cell) throw new Error(`wavePage: the crosswalk has no wave "${codebook.wave}"`);
    return { row, cell };
  });
  const known = entries.filter(isKnown);
  const named = (confidence: string) => known.filter(({ cell }) => cell.mapping.confidence === confidence);
  const sureNames = named('verified');
  const doubtfulCodes = sureNames.filter(
    ({ cell: { mapping } }) =>
      codesAreUnknown(mapping) || (mapping.codes_confidence ?? 'verified') !== 'verified',
  );
  const sure = sureNames.filter((entry) => !doubtfulCodes.includes(entry));
  const unknown = entries.filter(({ cell }) => cell.state === 'not_known');
  const asked = unknown.filter(({ cell }) => cell.state === 'not_known' && cell.asked);
  const absent = entries.filter(({ cell }) => cell.state === 'not_asked');
  const tableOf = (list: readonly (Entry & { cell: Known })[]): string =>
    list.length === 0 ? '' : knownTable(list, site);
  const { wave } = codebook;
  const body = [
    `<p class=path><a href=${upTo(depth)}index.html#waves>${both({ zh: '各轮', en: 'Waves' })}</a></p>`,
    `<h1>${escapeHtml(wave)}年：先查什么</h1><p lang=en>${escapeHtml(wave)}: what to check first when the file is at hand</p>`,
    codebook.note ? `<div class=warn><p>${both(codebook.note)}</p></div>` : '',
    facts(codebook),
    section('同年的其他文件', 'Other files of that year', '', specials(codebook)),
    section(
      '一、互相矛盾或只是猜测的列',
      '1. Columns that are contradicted or guessed',
      both({
        zh: '不用来读数据；打开文件看标签即可定论。',
        en: 'Nothing is read by them; a look at the labels of the file settles each.',
      }),
      claimTable(entries, site),
    ),
    section(
      '二、凭回忆的列名',
      '2. Names that are recalled',
      both({
        zh: '这些列若在文件中，会被读取并标明为回忆：先核对标签和频数。',
        en: 'If the file has them they are read, and marked as recalled: check labels and counts first.',
      }),
      tableOf(named('recalled')),
    ),
    section('三、推断的列名', '3. Names that are inferred', '', tableOf(named('inferred'))),
    section('四、列名已核实、编码没有把握', '4. Names verified, codes not sure', '', tableOf(doubtfulCodes)),
    section(
      '五、问过但列名未知',
      '5. Asked, column not known',
      both({ zh: '在文件中找到后补进编码手册。', en: 'Find them in the file and add them to the codebook.' }),
      names(asked, site),
    ),
    section(
      '六、其余',
      '6. The rest',
      '',
      [
        folded(`已核实的列（${sure.length}）`, `verified columns (${sure.length})`, tableOf(sure)),
        folded(`本轮没有（${absent.length}）`, `not in this wave (${absent.length})`, names(absent, site)),
        folded('没有对应变量的列', 'columns that no variable takes up', otherColumns(codebook)),
        `<p><a href=${upTo(depth)}crosswalk.html>${both({
          zh: `另有${unknown.length - asked.length}个变量本轮完全未知：见对照表`,
          en: `${unknown.length - asked.length} more variables are not known at all in this wave: see the crosswalk`,
        })}</a></p>`,
      ].join(''),
    ),
  ];
  return page({ title: `${wave} 先查什么 What to check first`, depth, body: body.join('\n') });
}
