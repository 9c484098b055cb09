/** Cleans one wave folder as a worker of the stage does; measured by `full-scale.ts`. */
import { run } from '../src/clean-folder.ts';
import { measured } from './measured.ts';

const [root = '', folder = '', output = ''] = process.argv.slice(2);
await measured(() => run({ root, folder, output, failed: output }));
