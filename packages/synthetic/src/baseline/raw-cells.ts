import { codeLists, inUniverse, type Variable } from '@wavebook/schema';
import { baselineMissing } from '@wavebook/schema/codebooks';
import { instruments } from '@wavebook/schema/instruments';
import type { Random } from '../random/random.ts';
import type { RawTable } from '../raw/csv.ts';
import type { Cells } from './answers/worker-context.ts';

const [refused, notKnown] = Object.keys(baselineMissing) as [string, string];

/** Amounts that some people will not tell, and facts that some do not know. */
const delicate = new Set(['monthly_income', 'remittance', 'wage_arrears_amount', 'revenue', 'labour_cost']);
const REFUSES = 0.03;
const BLANK = 0.004;

const numberOf = new Map<string, ReadonlyMap<string, string>>();
function codeText(list: string, code: string): string {
  let known = numberOf.get(list);
  if (!known) {
    known = new Map((codeLists[list]?.codes ?? []).map((item, i) => [item.code, String(i + 1)]));
    numberOf.set(list, known);
  }
  const text = known.get(code);
  if (text === undefined) throw new Error(`rawTable: list "${list}" has no code "${code}"`);
  return text;
}

type Designed = 'baseline-worker' | 'baseline-enterprise' | 'monitoring-residents';

const recordOf = (instrument: Designed, name: string) => {
  const record = instruments[instrument].records.find((own) => own.name === name);
  if (!record) throw new Error(`rawTable: ${instrument} has no record "${name}"`);
  return record;
};

function cellText(variable: Variable, value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === 'null' || Number.isNaN(value)) return '';
  if (variable.kind !== 'category' || variable.codes === 'province') return String(value);
  return codeText(variable.codes ?? '', String(value));
}

/**
 * Writes records of a designed questionnaire: a column for each variable that any record answers, codes by their place in the code list,
 * blank where a person was routed past. A few answers are refused, not known, or left blank.
 */
export function rawTable(
  instrument: Designed,
  name: string,
  records: readonly { readonly cells: Cells; readonly random: Random }[],
): RawTable {
  const record = recordOf(instrument, name);
  const answered = new Set(records.flatMap(({ cells }) => Object.keys(cells)));
  const variables = record.variables.filter((v) => answered.has(v.name) && v.derived === undefined);
  const keys = new Set([...record.key, 'survey_weight', 'consent', 'province', 'site']);
  const rows = records.map(({ cells, random }) => {
    const told: Record<string, string | number | null> = { ...cells };
    const routed: Record<string, unknown> = told;
    return variables.map((variable) => {
      if (inUniverse(variable, routed) === false) {
        told[variable.name] = null;
        routed[`${variable.name}_missing`] = 'not_applicable';
        return '';
      }
      const text = cellText(variable, told[variable.name]);
      if (keys.has(variable.name) || text === '') return text;
      const lot = random.uniform();
      if (delicate.has(variable.name) && lot < REFUSES) return lot < REFUSES / 2 ? refused : notKnown;
      return lot < BLANK && variable.kind === 'category' && !routes.has(variable.name) ? '' : text;
    });
  });
  const prefix = instrument === 'monitoring-residents' ? 'x_' : '';
  return { columns: variables.map((v) => `${prefix}${v.name}`), rows };
}

/** Answers on which the routing of others hangs are always there. */
const routes = new Set(
  Object.values(instruments).flatMap(({ records }) =>
    records.flatMap(({ variables }) =>
      variables.flatMap(({ universe }) => (universe ?? []).map((condition) => condition.variable)),
    ),
  ),
);
