import { readFileSync } from 'node:fs';
import { saysNumber } from './says-number.ts';
import { count, type Numbers, plain, type Walk } from './walk.ts';

/** What is wrong with a number that stands under an id: none that is withheld, none that differs after rounding. */
function wrongText({ estimates, others }: Numbers, id: string, text: string): string[] {
  const row = estimates.get(id);
  const other = others.get(id);
  if (row?.suppressed || estimates.get(id.replace(/unweighted$/, 'weighted'))?.suppressed)
    return /\d/.test(text) ? [`${id}: withheld, but "${text}" is shown`] : [];
  if (!row && !other) return [`${id}: no such number`];
  if (row ? row.estimate === null : other?.suppressed)
    return /\d/.test(text) ? [`${id}: withheld, but "${text}" is shown`] : [];
  if (row)
    return saysNumber(text, row.estimate as number, row.unit)
      ? []
      : [`${id}: ${row.estimate} is shown as "${text}"`];
  const said = other?.values.some((value) => ['', 'share'].some((unit) => saysNumber(text, value, unit)));
  return said || !/\d/.test(text) ? [] : [`${id}: none of its numbers is "${text}"`];
}

/** Every number of a page that stands under an id, with its interval, and what its trace tells of it. */
export function walkPage(path: string, numbers: Numbers, walk: Walk): void {
  const { estimates } = numbers;
  const page = readFileSync(path, 'utf8');
  const cells = page.matchAll(/<(td|span|a)\b[^>]* data-id="([^"]+)"[^>]*>(.*?)<\/\1>/g);
  for (const [, tag, id = '', content = ''] of cells) {
    const [figure = '', beneath] = content.split('<small>');
    const row = estimates.get(id);
    count(walk, 'page');
    if (tag === 'td' || row) walk.wrong.push(...wrongText(numbers, id, plain(figure)));
    if (!beneath || !row) continue;
    const [low = '', high = ''] = plain(beneath).split('–');
    if (row.suppressed || row.ci_low === null || row.ci_high === null)
      walk.wrong.push(`${id}: withheld, but its interval is shown`);
    else if (!saysNumber(low, row.ci_low, row.unit) || !saysNumber(high, row.ci_high, row.unit))
      walk.wrong.push(`${id}: interval shown as ${low} to ${high}`);
  }
  for (const [, id = '', text = ''] of page.matchAll(
    /<li id="t:([^"]+)"><code>[^<]*<\/code>([^<]*)<\/li>/g,
  )) {
    const row = estimates.get(id);
    if (!row) continue;
    count(walk, 'trace');
    if (row.suppressed && /\bse \d|\bn \d/.test(text))
      walk.wrong.push(`${id}: withheld, but traced as "${text}"`);
  }
}
