import { runCommandLine } from './command-line.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `wavebook … | head` closes the pipe early: that is no failure
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  console.error(`wavebook: cannot write to standard output: ${error.message}`);
  process.exit(1);
});
process.exitCode = await runCommandLine(process.argv.slice(2));
