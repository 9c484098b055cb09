import {
  codeLists,
  type Mapping,
  memberVariables,
  provinceFullNames,
  respondentVariables,
} from '@wavebook/schema';
import { prefectureNames } from '../population/places.ts';
import { codebookOf, type Wave } from '../population/waves.ts';
import type { Random } from '../random/random.ts';
import { padToBytes } from './gb18030.ts';
import { type ExtraColumn, layouts } from './layout.ts';
import { cutPlaceName } from './place-name.ts';
import { detailedCode, rawCode } from './raw-code.ts';
import type { RawRespondent } from './respondent.ts';

/** A column of the raw file and how a respondent's cell comes about. */
export interface RawColumn {
  readonly name: string;
  cell(respondent: RawRespondent, random: Random): string;
}

const LABEL_BYTES = 10;
const WEIGHT_DECIMALS = 4;

const placeVariables = new Set(['respondent_id', 'province', 'prefecture', 'county']);
/** Asked in the roster of the respondent alone. */
const rosterVariables = new Set([
  'ethnicity',
  'hukou_type',
  'hukou_province',
  'marital_status',
  'migration_range',
  'arrival_year',
  'arrival_month',
  'migration_reason',
]);

/** Relations of the children whose vaccinations are asked for. */
const asksOfVaccination = new Set(['child', 'grandchild']);

const listOf = new Map([...memberVariables, ...respondentVariables].map(({ name, codes }) => [name, codes]));

function label(mapping: Mapping, code: string): string {
  const short = Object.entries(mapping.texts ?? {}).find(([, canonical]) => canonical === code)?.[0];
  if (short !== undefined) return short;
  const list = codeLists[listOf.get(mapping.variable) ?? ''];
  const found = list?.codes.find((entry) => entry.code === code);
  if (!found) throw new Error(`label: no label for "${code}" of ${mapping.variable}`);
  return found.label.zh;
}

function place(name: string, wave: Wave, random: Random): string {
  const cut = cutPlaceName(name);
  const { blanksAroundPlaces } = layouts[wave];
  if (blanksAroundPlaces === 0 || !random.chance(blanksAroundPlaces)) return cut;
  return random.chance(0.5) ? ` ${cut}` : `${cut} `;
}

/** A canonical value as it is written in this column. */
function written(mapping: Mapping, value: string | number | null, wave: Wave, random: Random): string {
  if (value === null) return '';
  const text = String(value);
  switch (mapping.read) {
    case 'code':
      return layouts[wave].labelled.has(mapping.variable)
        ? padToBytes(label(mapping, text), LABEL_BYTES)
        : rawCode(mapping, text, random);
    case 'prefecture':
      return place(prefectureNames.get(text) as string, wave, random);
    case 'province':
      return mapping.variable === 'province' && layouts[wave].provinceAs === 'name'
        ? (provinceFullNames[text] as string)
        : text;
    default:
      return text;
  }
}

/** Year and month as one number; blank unless both are known. */
const yyyymm = (year: string | number | null, month: string | number | null): string =>
  year === null || month === null ? '' : String(Number(year) * 100 + Number(month));

/** A second variable that the codes of a column tell, as status in employment also tells of a fixed employer. */
const detailOf = (mapping: Mapping, wave: Wave): Mapping | undefined =>
  codebookOf(wave).respondent.find(
    (other) => other !== mapping && other.raw === mapping.raw && other.read === 'code',
  );

function respondentColumn(mapping: Mapping, wave: Wave): RawColumn {
  const { variable, raw: name } = mapping;
  if (variable === 'survey_weight') return { name, cell: ({ weight }) => weight.toFixed(WEIGHT_DECIMALS) };
  const answer = ({ answers }: RawRespondent, wanted: string): string | number | null => {
    const value = answers[wanted];
    if (value === undefined) throw new Error(`respondentColumn: the population has no variable "${wanted}"`);
    return value;
  };
  const detail = mapping.read === 'code' ? detailOf(mapping, wave) : undefined;
  if (detail)
    return {
      name,
      cell: (person, random) => {
        const value = answer(person, variable);
        return value === null
          ? ''
          : detailedCode(mapping, detail, [value, answer(person, detail.variable)], random);
      },
    };
  switch (mapping.read) {
    case 'province_of_code':
      return { name, cell: ({ hukouCounty }) => hukouCounty };
    case 'year_of_yyyymm':
    case 'month_of_yyyymm': {
      const event = variable.replace(/_(year|month)$/, '');
      return {
        name,
        cell: (person) => yyyymm(answer(person, `${event}_year`), answer(person, `${event}_month`)),
      };
    }
    default:
      return { name, cell: (person, random) => written(mapping, answer(person, variable), wave, random) };
  }
}

/** The two columns of hours where days a week and hours a day are asked. */
const hoursColumns = ({ raw, times }: Mapping & { readonly times: string }): RawColumn[] =>
  (
    [
      [raw, 'days_a_week'],
      [times, 'hours_a_day'],
    ] as const
  ).map(([name, part]) => ({
    name,
    cell: ({ answers }) => (answers.weekly_hours === null ? '' : String(answers[part] ?? '')),
  }));

const respondentColumns = (mapping: Mapping, wave: Wave): RawColumn[] =>
  mapping.times === undefined
    ? [respondentColumn(mapping, wave)]
    : hoursColumns({ ...mapping, times: mapping.times });

/** What the roster holds of each member, by canonical variable. */
function memberValue(respondent: RawRespondent, slot: number, variable: string): string | number | null {
  const entry = respondent.roster[slot - 1];
  if (!entry) return null;
  switch (variable) {
    case 'relation':
      return entry.relation;
    case 'sex':
      return entry.member.sex;
    case 'birth_year':
      return entry.member.birthYear;
    case 'birth_month':
      return entry.member.birthMonth;
    case 'education':
      return respondent.schooling[slot - 1] as string;
    case 'residence':
      return entry.member.residence;
    case 'attends_school':
      return respondent.attendance[slot - 1] ?? null;
    case 'school_kind':
      return respondent.childCare[slot - 1]?.school_kind ?? null;
    case 'vaccination_complete':
      return asksOfVaccination.has(entry.relation)
        ? (respondent.childCare[slot - 1]?.vaccination_complete ?? null)
        : null;
    default:
      throw new Error(`memberValue: the roster has no variable "${variable}"`);
  }
}

function memberColumn(mapping: Mapping, slot: number, wave: Wave): RawColumn {
  const { variable, read } = mapping;
  const name = mapping.raw.replace('{n}', String(slot));
  if (read === 'year_of_yyyymm' || read === 'month_of_yyyymm')
    return {
      name,
      cell: (person) =>
        yyyymm(memberValue(person, slot, 'birth_year'), memberValue(person, slot, 'birth_month')),
    };
  return {
    name,
    cell: (person, random) => written(mapping, memberValue(person, slot, variable), wave, random),
  };
}

/** All columns of a wave's raw file in file order; the identifier is filled when rows are numbered. */
export function rawColumns(wave: Wave): RawColumn[] {
  const { respondent, member, roster_slots } = codebookOf(wave);
  const layout = layouts[wave];
  const own = (wanted: (variable: string) => boolean) =>
    respondent
      .filter(({ variable }) => wanted(variable))
      .flatMap((mapping) => respondentColumns(mapping, wave));
  const extras = (after: ExtraColumn['after']): RawColumn[] =>
    layout.extras.filter((extra) => extra.after === after);
  const slots = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((slot) =>
      member.map((mapping) => memberColumn(mapping, slot, wave)),
    );
  const ordered: RawColumn[] = [
    ...respondent
      .filter(({ variable }) => placeVariables.has(variable))
      .map((mapping) =>
        mapping.variable === 'respondent_id'
          ? { name: mapping.raw, cell: () => '' }
          : respondentColumn(mapping, wave),
      ),
    ...extras('places'),
    ...slots(1, 1),
    ...own((variable) => rosterVariables.has(variable)),
    ...slots(2, roster_slots),
    ...extras('roster'),
    ...own(
      (variable) =>
        !placeVariables.has(variable) && !rosterVariables.has(variable) && variable !== 'survey_weight',
    ),
    ...extras('answers'),
    ...own((variable) => variable === 'survey_weight'),
  ];
  const seen = new Set<string>();
  return ordered.filter(({ name }) => !seen.has(name) && seen.add(name));
}
