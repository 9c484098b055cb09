import type { PublicApi } from './public-api.ts';

/** `surveyMean` → survey-mean.md */
export function pageOf(name: string): string {
  return `${name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (capitals) => `-${capitals.toLowerCase()}`)}.md`;
}

/** Text of a doc block as Markdown: links to functions and types, stars and angles that are no markup escaped. */
export function prose(text: string, api: PublicApi, own: string): string {
  const linked = text.replace(/\{@link (\w+)(?:\.(\w+))?\}/g, (_, name, member) =>
    member ? `\`${name}\` (\`${member}\`)` : `\`${name}\``,
  );
  return linked
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? linkedCode(part, api, own) : escaped(part)))
    .join('');
}

function linkedCode(code: string, api: PublicApi, own: string): string {
  const name = code.slice(1, -1);
  if (name === own) return code;
  if (api.functions.some((known) => known.name === name)) return `[${code}](${pageOf(name)})`;
  return api.types.get(name)?.exported ? `[${code}](types.md#${name.toLowerCase()})` : code;
}

function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replace(/(?<!\*)\*(?!\*)/g, '\\*');
}

/** A type as code, its exported names linked. */
export function typeText(type: string, api: PublicApi): string {
  return type
    .split(/\b([A-Z]\w+)\b/)
    .filter((part) => part !== '')
    .map((part) =>
      api.types.get(part)?.exported ? `[\`${part}\`](types.md#${part.toLowerCase()})` : `\`${part}\``,
    )
    .join('')
    .replaceAll('``', '');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** An alias as it stands in the source. */
export function aliasCode(name: string, definition: string): string {
  return code(`type ${name} =${definition.startsWith('|') ? '\n  ' : ' '}${definition};`.split('\n'));
}

export function code(lines: readonly string[], language = 'ts'): string {
  return ['```'.concat(language), ...lines, '```'].join('\n');
}

/** Up to the first full stop, or semicolon outside brackets. */
export function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s|;\s(?![^(]*\))/)[0]!.replace(/[.:]$/, '');
}
