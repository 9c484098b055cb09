/** Provincial units with a land border (recalled). Whether divisions of XPCC (66) lie at the border is not known unit by unit. */
export const borderProvinces: readonly string[] = ['15', '21', '22', '23', '45', '53', '54', '62', '65'];

const xpcc = '66';

/**
 * Tells whether a county lies at the land border. No list of border counties is part of this package (none was read in a source); without
 * one only a county of a province without a border is known not to be one.
 *
 * @param county a GB/T 2260 six-digit code, or its text in a raw file
 * @param borderCounties the six-digit codes of all border counties, from a source of your own
 * @returns `true`, `false`, or `undefined` (not known)
 *
 * @example
 * isBorderCounty('440106') // false: Guangdong has no land border
 * isBorderCounty('532523') // undefined: no list was given
 * isBorderCounty('532523', new Set(['532523'])) // true
 */
export function isBorderCounty(county: string, borderCounties?: ReadonlySet<string>): boolean | undefined {
  if (!/^[0-9]{6}$/.test(county))
    throw new TypeError(
      `isBorderCounty: a county is a six-digit code; got "${county}"; take the code column, not the name`,
    );
  const province = county.slice(0, 2);
  if (!borderProvinces.includes(province) && province !== xpcc) return false;
  return borderCounties?.has(county);
}
