import type { CodeList } from '../code-list.ts';

/** The codes of a category variable. Throws if its list does not exist. */
export function codesOf(list: string | undefined, lists: Readonly<Record<string, CodeList>>): CodeList {
  const found = lists[list ?? ''];
  if (!found) throw new Error(`codesOf: expected the id of a code list; got "${list}"; add it to codeLists`);
  return found;
}
