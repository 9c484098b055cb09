import type { InstrumentDefinition, RecordDefinition } from '../../instrument-definition.ts';
import { both, code, heading, page, table } from './html.ts';
import { wavePath } from './paths.ts';
import { searchScript } from './search-script.ts';
import type { Site } from './site.ts';
import { cellState, columnName, confidenceMark } from './words.ts';

/** What a researcher looks for first in a file. */
const lookedForFirst = [
  'education',
  'hukou_type',
  'hukou_province',
  'migration_range',
  'arrival_year',
  'arrival_month',
  'employment_status',
  'contract',
  'monthly_income',
  'pension_insured',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
  'housing_fund',
  'medical_insured_here',
  'insurance_rural_cooperative',
  'insurance_urban_rural_resident',
  'insurance_urban_resident',
  'insurance_urban_employee',
  'insurance_public',
  'health_record',
];

function atAGlance(site: Site): string {
  const { waves } = site.crosswalk;
  const rows = lookedForFirst.flatMap((variable) => {
    const row = site.crosswalkRow('monitoring', 'respondent', variable);
    if (!row) return [];
    return [
      [
        `<a href=${site.pathOf('monitoring', 'respondent', variable)}>${both(row.label)}</a>`,
        ...row.cells.map((cell) => {
          const { kind, words } = cellState(cell);
          return `<td class=${kind}>${cell.state === 'known' ? columnName(cell.mapping) : both(words)}`;
        }),
      ],
    ];
  });
  return `<div class=scroll>${table('grid', [both({ zh: '变量', en: 'variable' }), ...waves], rows)}</div>`;
}

export const legend = `<p class=legend>${(['verified', 'inferred', 'recalled'] as const)
  .map(
    (c) =>
      `<span>${confidenceMark(c)} ${
        {
          verified: both({
            zh: '在真实文件上运行过的脚本中读到',
            en: 'read in a script that ran on the real file',
          }),
          inferred: both({ zh: '由有来源的证据推断', en: 'a reading of sourced evidence' }),
          recalled: both({ zh: '一般知识，未在来源中读到', en: 'general knowledge, read in no source' }),
        }[c]
      }</span>`,
  )
  .join('')}</p>`;

function recordList(instrument: InstrumentDefinition, record: RecordDefinition, site: Site): string {
  const items = record.variables.map(
    ({ name, label }) =>
      `<li>${code(name)}<a href=${site.pathOf(instrument.id, record.name, name)}>${both(label)}</a>`,
  );
  return `${heading(`${instrument.label.zh}：${record.label.zh}`, `${instrument.label.en}: ${record.label.en}`, `${instrument.id}-${record.name}`)}<p>${both(instrument.description)}</p><ul class=list>${items.join('')}</ul>`;
}

/** Folders of the search's entries, by number: path and name of the record. */
const searchFolders = (site: Site): [path: string, record: string][] =>
  site.instruments.flatMap((i) =>
    i.records.map((r): [string, string] => [`${i.id}/${r.name}`, `${i.label.zh} · ${r.label.zh}`]),
  );

/** Entries of the search: number of the folder, labels, name, column names of all waves. A page has one entry. */
function searchEntries(site: Site): (number | string)[][] {
  const folders = searchFolders(site);
  return site.instruments.flatMap((instrument) =>
    instrument.records.flatMap((record) => {
      const folder = `${instrument.id}/${record.name}`;
      const own = record.variables.filter(({ name }) =>
        site.pathOf(instrument.id, record.name, name).startsWith(`${folder}/`),
      );
      return own.map(({ name, label }) => {
        const row = site.crosswalkRow(instrument.id, record.name, name);
        const raws = (row?.cells ?? []).flatMap((cell) =>
          cell.state === 'known'
            ? [cell.mapping.raw, cell.mapping.times ?? '', cell.mapping.plus ?? '']
            : cell.claims.map((c) => c.raw),
        );
        return [
          folders.findIndex(([path]) => path === folder),
          label.zh,
          label.en,
          name,
          [...new Set(raws)].filter((raw) => raw !== '').join(' '),
        ];
      });
    }),
  );
}

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The first page: search, the columns looked for first, the waves, and every variable by record. */
export function indexPage(site: Site): string {
  const cards = site.codebooks.map(
    ({ wave, usual_rows }) =>
      `<a href=${wavePath(wave)}><b>${wave}</b>${usual_rows.toLocaleString('en-US')} <i>行 rows</i></a>`,
  );
  const body = [
    '<h1>编码手册</h1><p lang=en>Codebook of the migrant-worker surveys</p>',
    '<input id=q name=q type=search autofocus aria-label="搜索 Search" placeholder="受教育程度 · education · q101e1"><div id=found></div>',
    `<p>${both({
      zh: '没有见过原始数据，也没有找到官方编码手册：以下全部来自他人的脚本、核查和论文。没有来源的列名标为“未知”，不作猜测。',
      en: 'No microdata and no official codebook were seen: all of this comes from other people’s scripts, audits and papers. A column that no source names is shown as not known, never guessed.',
    })}</p>`,
    `<p>${both({
      zh: '基线调查的原问卷没有找到；其题目为设计稿，每个变量页写明出处。',
      en: 'The questionnaires of the baseline surveys were not found; theirs are designed, and the page of each variable says from what.',
    })}</p>`,
    ...(site.codebooks.length === 0
      ? []
      : [
          heading('最先要找的列', 'Columns looked for first'),
          legend,
          atAGlance(site),
          `<p><a href=crosswalk.html>${both({ zh: '全部变量的对照表', en: 'the crosswalk of all variables' })}</a></p>`,
        ]),
    `<p><a href=indicators.html>${both({
      zh: '全部指标：定义，各轮能否计算，不能测量的原因',
      en: 'all indicators: definitions, in which waves they can be computed, and why some cannot be measured',
    })}</a></p>`,
    `<p><a href=rules.html>${both({ zh: '清理规则：含义、处理、题目', en: 'rules of cleaning: what each finds, its action and its questions' })}</a></p>`,
    heading('各轮：真实文件到手先查什么', 'Waves: what to check first when the file is at hand', 'waves'),
    `<p class=cards>${cards.join('')}</p>`,
    ...site.instruments.flatMap((instrument) =>
      instrument.records.map((r) => recordList(instrument, r, site)),
    ),
    `<script>const folders=${inScript(searchFolders(site))},entries=${inScript(searchEntries(site))};\n${searchScript}</script>`,
  ];
  return page({ title: '编码手册 Codebook', depth: 0, body: body.join('\n') });
}
