import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import type { EstimateRequest, StatisticRequest } from './request.ts';

/** Checks that the file has every column that the call names. @throws UsageError naming all that it has not, with the nearest names. */
export function checkColumns(names: readonly string[], request: EstimateRequest): void {
  const unknown = wanted(request).filter(({ name }) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new UsageError(
    unknown
      .map(({ option, name }) => {
        const text =
          option === '--where' ? "; text stands in single quotes, for example sex == 'female'" : '';
        return `${option}: no column "${name}" in ${request.file}; ${nearestNames(name, names)}${text}`;
      })
      .join('\n'),
  );
}

/** The columns that the call names; undefined with margins, whose file may name any other. */
export function columnsToRead(request: EstimateRequest): string[] | undefined {
  return request.margins === undefined ? wanted(request).map(({ name }) => name) : undefined;
}

/** Of these, the columns whose cells are only taken as numbers; none with margins, which may name any column. */
export function numbersToRead(request: EstimateRequest): string[] {
  if (request.margins !== undefined) return [];
  const { statistics, strata, psu, by, where } = request;
  const asText = new Set([
    ...[strata, ...psu, ...by.flat()],
    ...(where?.columns.map(({ name }) => name) ?? []),
    ...statistics.flatMap((asked) => (asked.statistic === 'proportion' ? [asked.variable] : [])),
  ]);
  return takenAsNumbers(request).filter((name) => !asText.has(name));
}

/** The columns whose cells are taken as numbers, whatever else they are taken as. */
export const takenAsNumbers = ({ weight, fpc, statistics }: EstimateRequest): string[] => [
  ...(weight === undefined ? [] : [weight]),
  ...fpc,
  ...statistics.flatMap((asked) => (asked.statistic === 'proportion' ? [] : variablesOf(asked))),
];

interface Wanted {
  readonly option: string;
  readonly name: string;
}

function wanted(request: EstimateRequest): Wanted[] {
  const under = (option: string, names: readonly (string | undefined)[]): Wanted[] =>
    names.filter((name) => name !== undefined).map((name) => ({ option, name }));
  const all = [
    ...under('--weight', [request.weight, request.unusedWeight]),
    ...under('--strata', [request.strata]),
    ...under('--psu', request.psu),
    ...under('--fpc', request.fpc),
    ...request.statistics.flatMap((statistic) => under(`--${statistic.statistic}`, variablesOf(statistic))),
    ...under('--by', request.by.flat()),
    ...under('--where', request.where?.columns.map(({ name }) => name) ?? []),
  ];
  return all.filter(
    ({ option, name }, i) => all.findIndex((other) => other.option === option && other.name === name) === i,
  );
}

function variablesOf(request: StatisticRequest): string[] {
  return request.statistic === 'ratio' ? [request.numerator, request.denominator] : [request.variable];
}
