import { nearestNames } from '../nearest-names.ts';

/** Something wrong in a codebook file: the path to it, the key that it is about if the place meant is a key, and what to do. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly key?: string;
  readonly message: string;
}

/** What `z.ZodError` lists, as far as it is needed here. */
interface ZodIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly errors?: readonly (readonly ZodIssue[])[];
}

const shown = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  string: 'a text',
};

/** What the shape of a codebook file lacks, in the words of the file: expected, got, nearest right word. */
export function shapeProblems(
  issues: readonly ZodIssue[],
  value: unknown,
  keysOf: (path: readonly PropertyKey[]) => readonly string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => ({
        path,
        key,
        message: `unknown key "${key}"; ${nearestNames(key, keysOf(path))}`,
      }));
    const got = valueAt(value, path);
    const where = shown(path);
    if (got === undefined) return [{ path, message: `${where} is missing` }];
    if (issue.code === 'invalid_union') {
      const nested = (issue.errors ?? []).find((errors) =>
        errors.some(({ path: inner }) => inner.length > 0),
      );
      if (nested)
        return shapeProblems(
          nested.map((inner) => ({ ...inner, path: [...path, ...inner.path] })),
          value,
          keysOf,
        );
    }
    const given = typeof got === 'string' ? `"${got}"` : Array.isArray(got) ? 'a list' : 'keys and values';
    if (issue.values) {
      const names = issue.values.map(String);
      return [
        {
          path,
          message: `${where}: expected one of ${names.join(', ')}; got ${given}; ${nearestNames(String(got), names)}`,
        },
      ];
    }
    const expected =
      issue.code === 'invalid_type' ? (kinds[issue.expected ?? ''] ?? issue.expected) : issue.message;
    return [{ path, message: `${where}: expected ${expected}; got ${given}` }];
  });
}
