import { runCommandLine } from './command-line.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `wavebook … | head` closes the pipe early: that is no failure
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2));
