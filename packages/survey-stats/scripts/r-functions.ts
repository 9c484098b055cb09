import { pageOf, table } from './markdown.ts';
import type { PublicApi } from './public-api.ts';

/** R function → what does it here, and what R has no function for: every exported function stands in one of the two. */
export function rFunctionTable(api: PublicApi): string {
  const here = new Map<string, string[]>();
  const none: string[] = [];
  for (const { name, doc } of api.functions) {
    const link = `[\`${name}\`](${pageOf(name)})`;
    const functions = rFunctionsOf(doc.rEquivalent);
    if (functions.length === 0) none.push(link);
    for (const r of functions) here.set(r, [...(here.get(r) ?? []), link]);
  }
  const rows = [...here].sort(([a], [b]) => order(a, b)).map(([r, links]) => [`\`${r}\``, links.join(', ')]);
  return [table(['R', 'here'], rows), `Not in R survey: ${none.join(', ')}.`].join('\n\n');
}

/** With their package; without one it is R's own. "none in survey" has none, whatever else it names. */
function rFunctionsOf(text: string): string[] {
  if (/^none\b/.test(text)) return [];
  const named = [...text.matchAll(/\b(\w+::[\w.]+)/g)].map(([, name = '']) => name);
  if (named.length > 0) return [...new Set(named)];
  return [/`([\w.]+)/.exec(text)?.[1] ?? ''].filter(Boolean);
}

/** R survey first, then the other packages and R's own by name. */
function order(a: string, b: string): number {
  const rank = (name: string) => (name.startsWith('survey::') ? 0 : name.includes('::') ? 1 : 2);
  return rank(a) - rank(b) || (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
}
