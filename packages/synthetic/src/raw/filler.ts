import type { Column, Table, VariableInfo } from '@wavebook/tables';
import { Random } from '../random/random.ts';

/** Columns of one kind share so many arrays, so that a wide file takes little memory. */
const kinds = 40;
const shareEmpty = 0.1;
const largestAmount = 20_000;

const answers = new Map([
  ['1', '是'],
  ['2', '否'],
  ['3', '说不清'],
]);
const words = ['北京市', '上海市', '广东省', '制造业', '建筑业', '批发零售', '其他', '无'];

/** Columns that no codebook knows, as many as a file of `count` columns lacks: seven of ten are codes, two amounts, one is text. */
export function withFiller(made: Table, count: number, seed: number): Table {
  const pool = Array.from({ length: kinds }, (_, kind) =>
    fillerColumn(made.rows, kind, new Random(seed, 'filler', kind)),
  );
  const columns = new Map(made.columns);
  const variables = new Map(made.variables);
  for (let i = 0; columns.size < count; i++) {
    const name = `filler_${i + 1}`;
    const column = pool[i % kinds] as Column;
    columns.set(name, column);
    variables.set(name, variable(name, column, i));
  }
  return { ...made, columns, variables };
}

function fillerColumn(rows: number, kind: number, random: Random): Column {
  const part = kind % 10;
  const isEmpty = (): boolean => random.chance(shareEmpty);
  if (part === 9)
    return {
      kind: 'text',
      codes: Int32Array.from({ length: rows }, () => (isEmpty() ? -1 : random.integer(words.length))),
      levels: words,
    };
  const draw = (): number => {
    if (isEmpty()) return Number.NaN;
    if (part < 7) return 1 + random.integer(answers.size);
    return part === 7 ? random.integer(largestAmount) : random.integer(largestAmount) / 4;
  };
  return { kind: 'number', values: Float64Array.from({ length: rows }, draw) };
}

const variable = (name: string, { kind }: Column, i: number): VariableInfo => ({
  name,
  label: `其他问题${i + 1}`,
  type: kind,
  storage: kind,
  format: '',
  measure: 'unknown',
  valueLabels: kind === 'number' && i % 10 < 7 ? answers : new Map(),
  userMissing: { values: [] },
});
