import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';
import { BUNDLE_LIMITS } from './bundle-limits.ts';

/** Prints what the parts of the package weigh in a browser, and fails above a limit. */
for (const { name, module, limit } of BUNDLE_LIMITS) {
  const { text, bytes } = await bundle(module);
  console.log(`${name}: ${bytes} bytes minified of at most ${limit}, ${gzipSync(text).length} gzipped`);
  if (bytes > limit) process.exitCode = 1;
}
