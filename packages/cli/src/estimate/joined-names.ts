/** Names or levels joined by `:`; a `:` inside one is written `\:`. @example joinNames(['a:b', 'c']) // 'a\\:b:c' */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(':', '\\:')).join(':');
}

/** The opposite of `joinNames`. */
export function splitJoined(text: string): string[] {
  return text.split(/(?<!\\):/).map((name) => name.replaceAll('\\:', ':'));
}
