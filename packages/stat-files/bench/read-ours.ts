import { readFileSync } from 'node:fs';
import { openStatFile } from '../src/index.ts';

/** Reads every column of a file in a process of its own; prints seconds, a sum and the peak memory in MB. */
const start = performance.now();
const file = openStatFile(process.argv[2] as string);
const columns = file.columns();
const seconds = (performance.now() - start) / 1000;
// resourceUsage() would give the peak of the process that started this one, where that is higher
const megabytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
let sum = 0;
for (const column of columns.values()) {
  if (column.kind === 'text')
    sum += column.codes.reduce((count, code) => count + (column.levels[code]?.length ?? 0), 0);
  else
    for (let row = 0; row < column.values.length; row++)
      sum += column.missing[row] === 0 ? (column.values[row] as number) : 0;
}
console.log(JSON.stringify({ seconds, sum, megabytes }));
