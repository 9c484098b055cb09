/** SPSS's print formats by their number. */
const kinds: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'AHEX',
  3: 'COMMA',
  4: 'DOLLAR',
  5: 'F',
  6: 'IB',
  7: 'PIBHEX',
  8: 'P',
  9: 'PIB',
  10: 'PK',
  11: 'RB',
  12: 'RBHEX',
  15: 'Z',
  16: 'N',
  17: 'E',
  20: 'DATE',
  21: 'TIME',
  22: 'DATETIME',
  23: 'ADATE',
  24: 'JDATE',
  25: 'DTIME',
  26: 'WKDAY',
  27: 'MONTH',
  28: 'MOYR',
  29: 'QYR',
  30: 'WKYR',
  31: 'PCT',
  32: 'DOT',
  33: 'CCA',
  34: 'CCB',
  35: 'CCC',
  36: 'CCD',
  37: 'CCE',
  38: 'EDATE',
  39: 'SDATE',
  40: 'MTIME',
  41: 'YMDHMS',
};

/** Formats that SPSS writes with their decimals even where there are none. */
const decimal = /^(F|E|N|Z|COMMA|DOLLAR|DOT|PCT|CC[A-E])$/;

/** A format as SPSS writes it: kind, width, and decimals where the kind has them. */
export function savFormatName(code: number): string {
  const kind = kinds[(code >> 16) & 0xff] ?? 'F';
  const decimals = code & 0xff;
  return `${kind}${(code >> 8) & 0xff}${decimals > 0 || decimal.test(kind) ? `.${decimals}` : ''}`;
}

/** The number of a format; undefined for what is no format of SPSS. */
export function savFormatCode(name: string): number | undefined {
  const [, kind, width, decimals = '0'] =
    /^([A-Z]+)(\d{1,5})(?:\.(\d{1,2}))?$/.exec(name.toUpperCase()) ?? [];
  const number = Object.keys(kinds).find((key) => kinds[Number(key)] === kind);
  if (!kind || number === undefined) return undefined;
  return Number(number) * 0x10000 + Math.min(255, Number(width)) * 0x100 + Number(decimals);
}
