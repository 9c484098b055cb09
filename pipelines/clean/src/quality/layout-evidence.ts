import { type LayoutEvidence, layoutSignature } from '@wavebook/schema';
import { recogniseLayout } from '@wavebook/schema/codebooks';
import type { QualityContext } from './describe-quality.ts';

/**
 * How well the columns of the file fit its codebook, and which other layout is nearest. A synthetic file is smaller than the national one on
 * purpose, so the number of its rows says nothing.
 */
export function layoutEvidence(
  wave: string,
  rows: number,
  {
    codebook,
    columns,
    fileName,
    synthetic,
  }: Pick<QualityContext, 'codebook' | 'columns' | 'fileName' | 'synthetic'>,
): LayoutEvidence {
  const { matches, warnings } = recogniseLayout(columns, { rows, wave, fileName });
  const names = new Set(columns.map((name) => name.trim()));
  const signature = layoutSignature(codebook);
  const next = matches.find((m) => m.codebook.name !== codebook.name);
  const known = matches.find((m) => m.codebook.name === codebook.name);
  const own =
    signature.length === 0 ? 1 : signature.filter((name) => names.has(name)).length / signature.length;
  return {
    codebook: codebook.name,
    score: known?.score ?? own,
    next: next?.codebook.name ?? null,
    next_score: next?.score ?? null,
    usual_rows: codebook.usual_rows,
    warnings: known
      ? warnings
          .filter(({ code }) => !synthetic || code !== 'rows_differ')
          .map(({ code, message }) => ({ code, message }))
      : [],
  };
}
