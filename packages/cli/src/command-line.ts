import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { declareChart } from './chart/command.ts';
import { printable } from './display-width.ts';
import { declareEstimate } from './estimate/command.ts';
import { declareExport } from './export/command.ts';
import { declareInspect } from './inspect/command.ts';
import { declareNewWave } from './new-wave/command.ts';
import { declarePurge } from './purge/command.ts';
import { declareRun } from './run/command.ts';
import { declareSchema } from './schema/command.ts';
import { declareTrace } from './trace/command.ts';
import { declareWeight } from './weight/command.ts';

/** Exit codes: 0 done, 1 the data failed a check, 2 the call was wrong. */
type ExitCode = number;

/**
 * Runs one `wavebook` command.
 *
 * @param words the words after `wavebook`.
 * @returns the exit code; messages are already on standard error.
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('wavebook')
    .description('From a survey wave to a white book: design-based estimates, tables and charts.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(wavebook --help lists the commands)')
    .exitOverride();
  const finish = (code: ExitCode): void => {
    exitCode = code;
  };
  declareRun(program, finish);
  declareInspect(program);
  declareNewWave(program);
  declareExport(program);
  declareEstimate(program);
  declareWeight(program);
  declareChart(program);
  declareTrace(program);
  declareSchema(program);
  declarePurge(program);
  program.addHelpText('after', '\nExit codes: 0 done; 1 the data failed a check; 2 the call was wrong.');
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, words);
  }
}

function report(error: unknown, words: readonly string[]): ExitCode {
  if (error instanceof CommanderError) {
    const shown = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
    return shown ? 0 : 2;
  }
  const name = error instanceof Error ? error.name : '';
  const command = ['wavebook', ...words.slice(0, 1)].join(' ');
  if (error instanceof Error && (name === 'UsageError' || name === 'DataError')) {
    const lines = `${command}: ${error.message}`.split('\n').map(printable);
    console.error(lines.join('\n'));
    if (name === 'UsageError') console.error(`(${command} --help shows the options)`);
    return name === 'UsageError' ? 2 : 1;
  }
  console.error(`${command}: unexpected failure, please report it`);
  console.error(error instanceof Error ? error.stack : String(error));
  return 1;
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
