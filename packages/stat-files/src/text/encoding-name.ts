const byCodePage: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  20127: 'utf-8',
  20866: 'koi8-r',
  20936: 'gb18030',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Node's decoder for `gbk` breaks four-byte characters, and it knows no `cp936`: GB18030 is a superset of them all. */
const chinese = /^(gbk|gb2312|gb18030|gb_2312-80|euc-?cn|ms936|x-gbk|cp936|windows-936)/;

/** The name by which `TextDecoder` knows an encoding; undefined if it knows none. */
export function encodingName(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  if (chinese.test(plain)) return 'gb18030';
  const page = /^(?:cp|windows-|ibm-?)?(\d{3,5})$/.exec(plain)?.[1];
  const known = page
    ? encodingOfCodePage(Number(page))
    : plain.replace('_', '-').replace(/^utf(\d)/, 'utf-$1');
  return [known, plain].find((candidate) => candidate !== undefined && isKnown(candidate));
}

/** The encoding of a code page number as SPSS writes it; undefined for those that name no encoding (2, 3) or are not known. */
export function encodingOfCodePage(page: number): string | undefined {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28591 && page <= 28605) return `iso-8859-${page - 28590}`;
  return byCodePage[page];
}

const isKnown = (name: string): boolean => {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
};
