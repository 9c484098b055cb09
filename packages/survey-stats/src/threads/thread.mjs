// A thread of batch-threads.ts where nothing is compiled. Plain JavaScript, because a thread starts without a TypeScript loader.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
