#!/usr/bin/env node
// Runs the TypeScript source with nothing built beforehand, from any folder. Plain JavaScript, because npm links it on install.
import { compiledMain, runsCompiled } from './compiled.js';
import { runThroughTsx } from './through-tsx.js';

const main = runsCompiled(process.argv[2]) ? await compiledMain() : undefined;
if (main) await import(main);
else runThroughTsx();
