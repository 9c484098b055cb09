/** The fenced blocks of one language, line by line, in their order. */
export function blocksOf(markdown: string, language: string): string[][] {
  const blocks = markdown.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)\n\`\`\`$`, 'gm'));
  return [...blocks].map(([, body = '']) => body.split('\n'));
}

/** Imports are left out: an example runs with the names in scope. */
export function withoutImports(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replace(/^import [\s\S]*?;$/gm, '')
    .split('\n');
}
