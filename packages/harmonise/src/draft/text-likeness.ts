/** A text without what does not tell: case, blanks, punctuation, the number of the question, and words that most questions share. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^[a-z]{0,2}\d+[a-z0-9_.]*[\s:：、.．]*/u, '')
    .replace(/请问|您|目前|现在|过去一年|是否|属于|哪一种|为多少|什么|多少|的|了|吗|和/gu, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

const pairsOf = (text: string): string[] => {
  const letters = [...text];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};

/**
 * How alike two bare texts are, 0 to 1: twice the shared pairs of letters over all pairs (Dice); one that stands inside the other counts at
 * least 0.6 (a single letter if it begins a short text: 男 of 男性).
 *
 * @example likeness('受教育程度', '教育程度') // 0.857
 */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const left = new Map<string, number>();
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of second) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  const dice = (2 * shared) / (first.length + second.length);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const inside =
    [...short].length >= 2 ? long.includes(short) : long.startsWith(short) && [...long].length <= 3;
  return inside ? Math.max(dice, 0.6 + 0.4 * (short.length / long.length)) : dice;
}
