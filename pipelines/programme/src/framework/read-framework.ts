import { readFile } from 'node:fs/promises';
import { FrameworkFile, type MeasurableIndicator } from '@wavebook/schema';
import { DataError } from '@wavebook/tables';
import { type Document, isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { timeOf } from '../results/status.ts';

type Path = readonly PropertyKey[];

/** A framework with the lines on which its rows stand. */
export interface Framework extends FrameworkFile {
  /** How the file is called in messages. */
  readonly file: string;
  lineOf(path: Path): number;
}

/** The line of the deepest part of a path that is there. */
function lineFinder(document: Document, lines: LineCounter): (path: Path) => number {
  const lineAt = (node: unknown): number | undefined => {
    const range = (node as Node | null)?.range;
    return range ? lines.linePos(range[0]).line : undefined;
  };
  return (path) => {
    let node: unknown = document.contents;
    let line = 1;
    for (const step of path) {
      if (isSeq(node)) {
        const item = node.items[Number(step)];
        line = lineAt(item) ?? line;
        node = item;
      } else if (isMap(node)) {
        const pair = node.items.find((own) => isPair(own) && String(own.key) === String(step));
        if (!pair) return line;
        line = lineAt(pair.key) ?? line;
        node = pair.value;
      } else return line;
    }
    return line;
  };
}

interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** What the schema cannot know: whether an indicator is measured, in which unit, and whether dates follow each other. */
function problemsOf(
  { framework }: FrameworkFile,
  known: ReadonlyMap<string, MeasurableIndicator>,
): Problem[] {
  const problems: Problem[] = [];
  framework.indicators.forEach(({ measured_by, unit, id }, i) => {
    if (measured_by === null) return;
    const definition = known.get(measured_by);
    const at: Path = ['framework', 'indicators', i, 'measured_by'];
    if (!definition)
      problems.push({
        path: at,
        message: `indicator ${id}: unknown indicator "${measured_by}"; name one that a survey measures (packages/schema/codebook), or null`,
      });
    else if (definition.unit !== unit)
      problems.push({
        path: ['framework', 'indicators', i, 'unit'],
        message: `indicator ${id}: "${measured_by}" is measured in ${definition.unit}; got the unit "${unit}"`,
      });
  });
  const baselines = new Map(framework.baselines.map((row) => [row.indicator, row]));
  framework.targets.forEach(({ indicator, due, value }, i) => {
    const baseline = baselines.get(indicator);
    if (baseline && due !== null && timeOf(baseline.date) > timeOf(due))
      problems.push({
        path: ['framework', 'targets', i, 'due'],
        message: `indicator ${indicator}: the baseline (${baseline.date}) lies after the target is due (${due})`,
      });
    if (
      value !== null &&
      framework.targets.findIndex((row) => row.indicator === indicator && row.value !== null) !== i
    )
      problems.push({
        path: ['framework', 'targets', i],
        message: `indicator ${indicator}: has two numeric targets; one counts`,
      });
  });
  return problems;
}

/**
 * Reads a results framework and checks it: against the schema, against the indicators that the surveys measure, and its dates. Everything
 * wrong is told at once, each with its line.
 */
export async function readFramework(
  path: string,
  file: string,
  known: ReadonlyMap<string, MeasurableIndicator>,
): Promise<Framework> {
  const text = await readFile(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    throw new DataError(
      document.errors
        .map((error) => `${file}: line ${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`)
        .join('\n'),
    );
  const lineOf = lineFinder(document, lines);
  const tell = (problems: readonly Problem[]): never => {
    throw new DataError(
      problems.map(({ path: at, message }) => `${file}: line ${lineOf(at)}: ${message}`).join('\n'),
    );
  };
  const parsed = FrameworkFile.safeParse(document.toJS());
  if (!parsed.success)
    return tell(
      parsed.error.issues.map(({ path: at, message }) => ({
        path: at,
        message: `${at.join('.')}: ${message}`,
      })),
    );
  const problems = problemsOf(parsed.data, known);
  if (problems.length > 0) tell(problems);
  return { ...parsed.data, file, lineOf };
}

/** Makes sure that no value that the framework gives lies after the latest round: a baseline comes before what is compared with it. */
export function checkBaselines({ file, framework, lineOf }: Framework, latest: string): void {
  framework.baselines.forEach(({ indicator, date }, i) => {
    if (timeOf(date) > timeOf(latest))
      throw new DataError(
        `${file}: line ${lineOf(['framework', 'baselines', i, 'date'])}: indicator ${indicator}: the baseline (${date}) lies after the latest round (${latest})`,
      );
  });
}
