import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '@wavebook/stage';
import { topicsOf, turboWords } from './topics.ts';

/** Runs the data pipeline with turbo, in the repository that this command belongs to. @returns turbo's exit code. */
export async function runTurbo(topic: string | undefined): Promise<number> {
  const root = repositoryRoot(fileURLToPath(new URL('.', import.meta.url)));
  const words = turboWords(topic, topicsOf(readFileSync(join(root, 'turbo.json'), 'utf8')));
  const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo');
  const { TSX_TSCONFIG_PATH: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [turbo, ...words], { cwd: root, stdio: 'inherit', env });
  const forward = (signal: NodeJS.Signals): void => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
