import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The browser that prints: the one that was named, else a Chromium, Chrome or Edge on the search path or in its usual place.
 *
 * @throws an error of name DataError that says what to do, if there is none.
 */
export function findChromium(named: string | undefined, searchPath: string): string {
  if (named !== undefined) {
    if (isExecutable(named)) return named;
    throw Object.assign(new Error(`${named}: expected the path of a Chromium; there is no such program`), {
      name: 'DataError',
    });
  }
  const found = [
    ...searchPath.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
  ].find(isExecutable);
  if (found !== undefined) return found;
  throw Object.assign(
    new Error(
      'no Chromium, Chrome or Edge found; install one (Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm run pdf',
    ),
    { name: 'DataError' },
  );
}
