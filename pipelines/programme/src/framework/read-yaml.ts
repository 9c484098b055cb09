import { readFile } from 'node:fs/promises';
import { DataError } from '@wavebook/tables';
import { type Document, isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

export type Path = readonly PropertyKey[];

export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** A file that was read and checked, and the lines on which its parts stand. */
export interface ReadYaml<T> {
  readonly value: T;
  lineOf(path: Path): number;
  /** Throws with every problem and its line. */
  fail(problems: readonly Problem[]): never;
}

/** A schema of the schema package. */
interface Checks<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: Path; message: string }[] } };
}

/** The line of the deepest part of a path that is there. */
function lineFinder(document: Document, lines: LineCounter): (path: Path) => number {
  const lineAt = (node: unknown): number | undefined => {
    const range = (node as Node | null)?.range;
    return range ? lines.linePos(range[0]).line : undefined;
  };
  return (path) => {
    let node: unknown = document.contents;
    let line = 1;
    for (const step of path) {
      if (isSeq(node)) {
        node = node.items[Number(step)];
        line = lineAt(node) ?? line;
      } else if (isMap(node)) {
        const pair = node.items.find((own) => isPair(own) && String(own.key) === String(step));
        if (!pair) return line;
        line = lineAt(pair.key) ?? line;
        node = pair.value;
      } else return line;
    }
    return line;
  };
}

/** Reads a YAML file and checks it against a schema. Everything wrong is told at once, with file and line. */
export async function readYaml<T>(path: string, file: string, schema: Checks<T>): Promise<ReadYaml<T>> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0)
    throw new DataError(
      document.errors
        .map((error) => `${file}: line ${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`)
        .join('\n'),
    );
  const lineOf = lineFinder(document, lines);
  const fail = (problems: readonly Problem[]): never => {
    throw new DataError(
      problems.map(({ path: at, message }) => `${file}: line ${lineOf(at)}: ${message}`).join('\n'),
    );
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success)
    return fail(
      parsed.error.issues.map(({ path: at, message }) => ({
        path: at,
        message: `${at.map(String).join('.')}: ${message}`,
      })),
    );
  return { value: parsed.data, lineOf, fail };
}
