import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the source with tsx in a process of its own, and ends as it ends. */
export function runThroughTsx() {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@wavebook/source',
      '--import',
      import.meta.resolve('tsx'),
      here('../src/main.ts'),
      ...process.argv.slice(2),
    ],
    // a tsconfig.json in the user's folder is not ours
    { stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: here('../../../tsconfig.json') } },
  );
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // a terminal has already sent its Ctrl-C to the child
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`wavebook: cannot start ${process.execPath}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code ?? 1;
  });
}
