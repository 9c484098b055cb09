import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocBlock, oneLine, parseDocBlock } from './doc-block.ts';
import { indexOutside, insideBracket, splitOutside } from './source-text.ts';

export const PACKAGE_FOLDER = join(import.meta.dirname, '..');

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly default: string;
}

export interface PublicFunction {
  readonly name: string;
  /** path under `src`, with forward slashes */
  readonly file: string;
  /** what it is imported from */
  readonly module: string;
  /** from the name to the result's type */
  readonly signature: string;
  readonly parameters: readonly Parameter[];
  readonly result: string;
  readonly doc: DocBlock;
}

interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly text: string;
}

/** An interface (its members, inherited ones first) or an alias (its definition). */
export interface PublicType {
  readonly name: string;
  readonly file: string;
  readonly exported: boolean;
  readonly text: string;
  readonly members: readonly Member[];
  readonly definition: string;
}

interface PublicConstant {
  readonly name: string;
  readonly module: string;
  readonly text: string;
}

export interface PublicApi {
  readonly functions: readonly PublicFunction[];
  readonly constants: readonly PublicConstant[];
  /** by name, those that are not exported too: exported ones are built on them */
  readonly types: ReadonlyMap<string, PublicType>;
}

const BLOCK = String.raw`((?:/\*\*(?:(?!\*/)[\s\S])*\*/\n)?)`;

const INDEXES: Readonly<Record<string, string>> = {
  'index.ts': '@wavebook/survey-stats',
  'threads/index.ts': '@wavebook/survey-stats/threads',
};

/** Reads the indexes in `src` and what they export. TypeScript 7 has no JavaScript API to do so. */
export function readPublicApi(): PublicApi {
  const source = join(PACKAGE_FOLDER, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = new Map(
    files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(source, file), 'utf8')]),
  );
  const exported = Object.entries(INDEXES).flatMap(([index, module]) =>
    exportedNames(texts.get(index)!).map((own) => ({
      ...own,
      module,
      file: index.replace('index.ts', own.file),
    })),
  );
  const types = readTypes(texts, new Set(exported.map(({ name }) => name)));
  const functions: PublicFunction[] = [];
  const constants: PublicConstant[] = [];
  for (const { name, isType, file, module } of exported) {
    const text = texts.get(file);
    if (isType) {
      if (!types.has(name)) throw new Error(`make-docs: type ${name} was not found in src/${file}`);
      continue;
    }
    const match = new RegExp(`${BLOCK}export (function|const) ${name}\\b`).exec(text ?? '');
    if (!text || !match) throw new Error(`make-docs: ${name} was not found in src/${file}`);
    const [whole, block = '', kind] = match;
    const doc = parseDocBlock(block);
    if (kind === 'const') constants.push({ name, module, text: doc.paragraphs.join(' ') });
    else {
      const declared = text.slice(match.index + whole.length - name.length);
      functions.push({ ...readFunction(name, declared), file, module, doc });
    }
  }
  return { functions, constants, types };
}

function exportedNames(index: string): { name: string; isType: boolean; file: string }[] {
  const lists = [...index.matchAll(/export (type )?\{([^}]*)\} from '\.\/(.*?)'/g)];
  return lists.flatMap(([, typeOnly, names = '', file = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({
        name: name.replace('type ', ''),
        isType: typeOnly !== undefined || name.startsWith('type '),
        file,
      })),
  );
}

function readFunction(name: string, text: string): Omit<PublicFunction, 'file' | 'module' | 'doc'> {
  const open = text.indexOf('(');
  const inside = insideBracket(text, open);
  const close = open + inside.length + 1;
  const signature = text.slice(0, indexOutside(text, ' {\n', close + 1));
  const parameters = splitOutside(inside, ',').map((parameter) => {
    const equals = indexOutside(parameter, ' = ');
    const declared = equals < 0 ? parameter : parameter.slice(0, equals);
    const colon = indexOutside(declared, ':');
    return {
      name: (colon < 0 ? declared : declared.slice(0, colon)).replace('?', '').trim(),
      type: colon < 0 ? typeOfLiteral(parameter.slice(equals + 3)) : oneLine(declared.slice(colon + 1)),
      default: equals < 0 ? '' : parameter.slice(equals + 3).trim(),
    };
  });
  return { name, signature, parameters, result: oneLine(signature.slice(close + 2)) };
}

function typeOfLiteral(value: string): string {
  if (/^(true|false)$/.test(value)) return 'boolean';
  return /^[\d.]+$/.test(value) ? 'number' : 'string';
}

function readTypes(
  texts: ReadonlyMap<string, string>,
  exported: ReadonlySet<string>,
): Map<string, PublicType> {
  const types = new Map<string, PublicType>();
  const parents = new Map<string, string[]>();
  const declaration = new RegExp(
    `${BLOCK}(?:export )?(interface|type) (\\w+)(?: extends ([^{]*?))? (\\{|=)`,
    'g',
  );
  for (const [file, text] of texts) {
    if (file in INDEXES) continue;
    for (const match of text.matchAll(declaration)) {
      const [whole, block = '', kind, name = '', above = ''] = match;
      const end = match.index + whole.length;
      types.set(name, {
        name,
        file,
        exported: exported.has(name),
        text: parseDocBlock(block).paragraphs.join('\n\n'),
        members: kind === 'interface' ? readMembers(insideBracket(text, end - 1)) : [],
        definition: kind === 'type' ? text.slice(end, indexOutside(text, ';', end)).trim() : '',
      });
      parents.set(name, splitOutside(above, ','));
    }
  }
  const resolved = new Map<string, PublicType>();
  for (const type of types.values()) {
    resolved.set(type.name, { ...type, members: allMembers(type, types, parents) });
  }
  return resolved;
}

function readMembers(body: string): Member[] {
  return splitOutside(body, ';').map((part) => {
    const comment = /^\/\*\*[\s\S]*?\*\/\s*/.exec(part)?.[0] ?? '';
    const declared = part.slice(comment.length).replace(/^readonly /, '');
    const colon = indexOutside(declared, ':');
    const name = declared.slice(0, colon);
    const doc = parseDocBlock(comment.trim());
    return {
      name: name.replace('?', ''),
      optional: name.endsWith('?'),
      type: oneLine(declared.slice(colon + 1)).replace(/ \| undefined$/, ''),
      text: doc.paragraphs.join(' '),
    };
  });
}

/** A member that the type declares itself replaces the inherited one. */
function allMembers(
  type: PublicType,
  types: ReadonlyMap<string, PublicType>,
  parents: ReadonlyMap<string, readonly string[]>,
): Member[] {
  const members = new Map<string, Member>();
  for (const parent of parents.get(type.name) ?? []) {
    const [, omitOf, omitted = ''] = /^Omit<(\w+), ([^>]*)>$/.exec(parent) ?? [];
    const above = types.get(omitOf ?? parent);
    if (!above) throw new Error(`make-docs: ${type.name} extends ${parent}, which was not found`);
    for (const member of allMembers(above, types, parents)) {
      if (!omitted.includes(`'${member.name}'`)) members.set(member.name, member);
    }
  }
  for (const member of type.members) members.set(member.name, member);
  return [...members.values()];
}
