import { fileURLToPath } from 'node:url';
import { type MissingReason, MissingReason as reasons } from '@wavebook/schema';
import { repositoryRoot } from '@wavebook/stage';
import { type Column, type Table, table, tablePieces, writeFiles } from '@wavebook/tables';
import { codebookCsv } from './codebook.ts';
import { type ExportedVariable, exportedVariable } from './exported-variable.ts';
import { fileNames } from './file-names.ts';
import { type PooledWaves, poolWaves } from './pool-waves.ts';
import type { PooledColumn } from './pooled-column.ts';
import { type ExportWave, readWaves } from './read-waves.ts';
import type { ExportRequest } from './request.ts';

/**
 * Writes the records of a request and their codebook, both or neither, and says on standard error what was written and left out.
 *
 * @throws UsageError, DataError; no file is changed then.
 */
export async function exportRecords(
  request: ExportRequest,
  root = repositoryRoot(fileURLToPath(new URL('.', import.meta.url))),
): Promise<void> {
  const waves = await readWaves(root, request);
  const pooled = poolWaves(waves, request);
  const variables = exportedVariables(pooled, waves, request);
  const made: Table = {
    ...table(
      pooled.rows,
      variables.map(({ name, column }) => [name, column]),
    ),
    variables: new Map(variables.map(({ name, info }) => [name, info])),
  };
  const codebook = `${request.out}.codebook.csv`;
  writeFiles([
    {
      path: request.out,
      pieces: tablePieces(made, { format: request.format, label: fileLabel(waves, request) }),
    },
    { path: codebook, pieces: [Buffer.from(codebookCsv(variables, pooled.leftOut))] },
  ]);
  const { instrument, stage } = request;
  const shown = waves.map(({ wave }) => wave.wave).join(', ');
  console.error(
    `${request.out}: ${pooled.rows} ${request.records} of ${instrument} ${shown} (${stage}), ${variables.length} variables; codebook in ${codebook}`,
  );
  if (pooled.leftOut.length > 0)
    console.error(
      `left out, because wording or answers differ between these waves: ${pooled.leftOut.map(({ name }) => name).join(', ')}`,
    );
  if (waves.some(({ wave }) => wave.synthetic))
    console.error('synthetic data: no real respondents stand behind these records');
}

function exportedVariables(
  pooled: PooledWaves,
  waves: readonly ExportWave[],
  request: ExportRequest,
): ExportedVariable[] {
  const isShort = request.format === 'dta' || request.format === 'sav';
  const columns = [
    ...pooled.columns,
    ...(isShort ? pooled.columns.flatMap(textReasons) : []),
    ...(waves.some(({ wave }) => wave.synthetic) ? [syntheticColumn(waves)] : []),
  ];
  const names = fileNames(
    columns.map(({ name }) => name),
    isShort,
  );
  return columns.map((column, i) => exportedVariable(column, names[i] as string, request));
}

/** Stata and SPSS have no reasons for empty texts: a column of texts beside. */
function textReasons({ name, label, variable, cells, reasons: codes, waves }: PooledColumn): PooledColumn[] {
  const isText = cells.kind === 'text' && variable?.kind !== 'category';
  if (!isText || codes.every((code) => code === 0)) return [];
  const levels: MissingReason[] = [...reasons.options];
  return [
    {
      name: `${name}_missing`,
      label: { zh: `${label.zh}：缺失原因`, en: `${label.en}: why it is empty` },
      variable: undefined,
      cells: { kind: 'text', codes: Int32Array.from(codes, (code) => code - 1), levels },
      reasons: new Uint8Array(codes.length),
      waves,
    },
  ];
}

/** Says of each record that no person stands behind it. */
function syntheticColumn(waves: readonly ExportWave[]): PooledColumn {
  const values = Float64Array.from(
    waves.flatMap(({ wave, records }) => Array<number>(records.rows).fill(wave.synthetic ? 1 : 0)),
  );
  const cells: Column = { kind: 'number', values };
  return {
    name: 'synthetic',
    label: { zh: '合成数据（1：非真实受访者）', en: 'Synthetic data (1: no real respondent)' },
    variable: undefined,
    cells,
    reasons: new Uint8Array(values.length),
    waves: waves.map(({ wave }) => wave.wave),
  };
}

/** SPSS has 64 bytes for it. */
const longestFileLabel = 64;

const fileLabel = (waves: readonly ExportWave[], { instrument, stage }: ExportRequest): string => {
  const synthetic = waves.some(({ wave }) => wave.synthetic) ? 'SYNTHETIC ' : '';
  return `${synthetic}${instrument} ${stage} ${waves.map(({ wave }) => wave.wave).join(' ')}`.slice(
    0,
    longestFileLabel,
  );
};
