/**
 * A value as the documentation shows it: a number whose digits end in … where they are cut off or that is a fraction, a text, an array, an
 * object; … also stands for the rest of an array or object, and for a value that is not shown.
 */
type Shown =
  | { readonly kind: 'number'; readonly value: number; readonly unit: number }
  | { readonly kind: 'exact'; readonly value: unknown }
  | { readonly kind: 'array'; readonly of: string; readonly items: readonly Shown[]; readonly more: boolean }
  | {
      readonly kind: 'object';
      readonly members: readonly (readonly [string, Shown])[];
      readonly more: boolean;
    }
  | { readonly kind: 'anything' };

/** Shown in full: what rounding may differ in the last digits of a sum. */
const ROUNDING = 1e-13;

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

/** What differs between a value and the text that shows it; empty if nothing does. */
export function differenceFromShown(actual: unknown, text: string): string {
  const reader = readerOf(text);
  const shown = reader.value();
  const rest = reader.rest();
  if (rest !== '' && !/^[,;:(]/.test(rest)) return `"${text}" is not a value: "${rest}" is left over`;
  return difference(actual, shown, 'value');
}

function difference(actual: unknown, shown: Shown, path: string): string {
  const failed = (expected: unknown) => `${path} is ${String(actual)}, shown as ${String(expected)}`;
  switch (shown.kind) {
    case 'anything':
      return '';
    case 'exact':
      return Object.is(actual, shown.value) ? '' : failed(shown.value);
    case 'number': {
      const allowed = shown.unit + ROUNDING * Math.abs(shown.value);
      return typeof actual === 'number' && Math.abs(actual - shown.value) <= allowed
        ? ''
        : failed(shown.value);
    }
    case 'array': {
      const made = (actual as object)?.constructor?.name;
      if (made !== shown.of) return `${path} is ${made}, shown as ${shown.of}`;
      const items = actual as ArrayLike<unknown>;
      if (shown.more ? items.length <= shown.items.length : items.length !== shown.items.length) {
        return `${path} has ${items.length} items, shown with ${shown.items.length}`;
      }
      return firstOf(shown.items.map((item, i) => difference(items[i], item, `${path}[${i}]`)));
    }
    case 'object': {
      if (typeof actual !== 'object' || actual === null) return failed('an object');
      const names = shown.members.map(([name]) => name);
      const unshown = Object.keys(actual).filter((name) => !names.includes(name));
      if (shown.more !== unshown.length > 0) {
        return `${path} has ${shown.more ? 'no' : 'also'} members that are not shown: ${unshown.join(', ')}`;
      }
      const record = actual as Record<string, unknown>;
      return firstOf(shown.members.map(([name, item]) => difference(record[name], item, `${path}.${name}`)));
    }
  }
}

function firstOf(differences: readonly string[]): string {
  return differences.find((one) => one !== '') ?? '';
}

function readerOf(text: string) {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = new RegExp(`^\\s*${pattern.source}`).exec(text.slice(at));
    if (match) at += match[0].length;
    return match;
  };
  const listOf = <T>(closing: RegExp, item: () => T): { items: T[]; more: boolean } => {
    const items: T[] = [];
    while (!take(closing)) {
      if (take(/…/)) {
        if (!take(closing)) throw new SyntaxError(`"${text}": … must stand last`);
        return { items, more: true };
      }
      items.push(item());
      take(/,/);
    }
    return { items, more: false };
  };
  const value = (): Shown => {
    const number = take(/([-−]?\d+(?:\.(\d+))?)(…?)(?:e([-+]?\d+))?(?:\/(\d+))?/);
    if (number) {
      const [, digits = '', decimals = '', cut, exponent = '0', divisor = '1'] = number;
      const scale = 10 ** Number(exponent);
      const own = Number(`${digits.replace('−', '-')}e${exponent}`) / Number(divisor);
      return { kind: 'number', value: own, unit: cut ? scale * 10 ** -decimals.length : 0 };
    }
    const quoted = take(/'([^']*)'/);
    if (quoted) return { kind: 'exact', value: quoted[1] };
    const array = take(/(\w+Array )?\[/);
    if (array) return { kind: 'array', of: (array[1] ?? 'Array').trim(), ...listOf(/\]/, value) };
    if (take(/\{/)) {
      const { items, more } = listOf(/\}/, () => [take(/(\w+):/)?.[1] ?? '', value()] as const);
      return { kind: 'object', members: items, more };
    }
    if (take(/…/)) return { kind: 'anything' };
    const word = take(/-?\w+/)?.[0].trim() ?? '';
    if (WORDS.has(word)) return { kind: 'exact', value: WORDS.get(word) };
    if (word === '-Infinity') return { kind: 'exact', value: Number.NEGATIVE_INFINITY };
    throw new SyntaxError(`"${text}" does not show a value`);
  };
  return { value, rest: () => text.slice(at).trim() };
}
