import { FrameworkFile, type MeasurableIndicator } from '@wavebook/schema';
import { DataError } from '@wavebook/tables';
import { timeOf } from '../results/status.ts';
import { type Path, type Problem, readYaml } from './read-yaml.ts';

/** A framework with the lines on which its rows stand. */
export interface Framework extends FrameworkFile {
  /** How the file is called in messages. */
  readonly file: string;
  lineOf(path: Path): number;
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
  const { value, lineOf, fail } = await readYaml(path, file, FrameworkFile);
  const problems = problemsOf(value, known);
  if (problems.length > 0) fail(problems);
  return { ...value, file, lineOf };
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
