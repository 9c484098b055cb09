/** Letters of a name in a Stata file. */
const longestName = 32;

/** The names of columns in a file: in Stata and SPSS cut where they are too long, with a number where two would be alike. */
export function fileNames(names: readonly string[], isShort: boolean): string[] {
  if (!isShort) return [...names];
  const taken = new Set(names.filter((name) => name.length <= longestName));
  return names.map((name) => {
    if (name.length <= longestName) return name;
    for (let i = 1; ; i++) {
      const end = `_${i}`;
      const short = name.slice(0, longestName - end.length) + end;
      if (taken.has(short)) continue;
      taken.add(short);
      return short;
    }
  });
}
