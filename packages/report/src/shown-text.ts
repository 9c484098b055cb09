/**
 * A text without the characters that show nothing and do harm: those that XML forbids, and those that turn the direction of what follows
 * (U+202A to U+202E, U+2066 to U+2069). Right-to-left letters and marks stay.
 */
export function shownText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu,
    '',
  );
}
