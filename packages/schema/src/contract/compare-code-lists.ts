import { canonical } from './canonical.ts';
import type { Contract } from './contract.ts';
import { entriesOf, type Found } from './contract-change.ts';

type List = Contract['code_lists'][string];
type Wording = readonly [zh: string, en: string];

/** Reports what changed in one code list. */
export function compareCodeLists(
  path: string,
  [old, next]: readonly [List, List],
  { rewordings, add }: { rewordings: readonly string[]; add: Found },
): void {
  const [before, after] = [wordings(old), wordings(next)];
  const both = entriesOf(before, after, path, add);
  for (const [code, was, is] of both) {
    const changed = was.filter((text, i) => text !== is[i]).length;
    if (changed === 0) continue;
    const where = `${path}.${code}`;
    const takenFrom = both.find(([other, [zh, en]]) => other !== code && (zh === is[0] || en === is[1]))?.[0];
    if (takenFrom !== undefined) add('major', where, `means what ${takenFrom} meant`);
    else if (changed === 2 && !rewordings.includes(where))
      add('major', where, `means “${is[1]}”, meant “${was[1]}”`);
    else add('patch', where, 'is worded differently');
  }
  if (old.ordered !== next.ordered) add('major', path, next.ordered ? 'is ordered' : 'is no longer ordered');
  const kept = new Set(both.map(([code]) => code));
  const sequence = old.codes.map(([code]) => code).filter((code) => kept.has(code));
  const newSequence = next.codes.map(([code]) => code).filter((code) => kept.has(code));
  if (sequence.join('\n') !== newSequence.join('\n'))
    add(next.ordered ? 'major' : 'patch', path, 'has its codes in another order');
  if (canonical(old.label) !== canonical(next.label)) add('patch', path, 'has another label');
}

const wordings = (list: List): Record<string, Wording> =>
  Object.fromEntries(list.codes.map(([code, zh, en]) => [code, [zh, en] as const]));
