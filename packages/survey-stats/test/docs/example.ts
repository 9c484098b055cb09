/** One statement of an example and, after `//`, its value; a comment on a declaration shows none. */
interface Statement {
  readonly code: string;
  readonly shown: string;
}

/** A checked line of an example: what it gave and what the text shows. */
export interface ExampleValue {
  readonly code: string;
  readonly shown: string;
  readonly actual: unknown;
}

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** Runs an example with the given names in scope. Every expression with a comment behind it gives a value. */
export async function runExample(
  lines: readonly string[],
  scope: Readonly<Record<string, unknown>>,
): Promise<ExampleValue[]> {
  const statements = statementsOf(lines);
  const checked = statements.filter(({ shown }) => shown !== '');
  const body = statements.map(({ code, shown }) =>
    shown === '' ? javaScript(code) : `values.push(${javaScript(code).replace(/;$/, '')});`,
  );
  const run = new AsyncFunction(
    'scope',
    `const { ${Object.keys(scope).join(', ')} } = scope; const values = []; {\n${body.join('\n')}\n} return values;`,
  );
  const values = (await run(scope)) as unknown[];
  return checked.map(({ code, shown }, i) => ({ code, shown, actual: values[i] }));
}

function statementsOf(lines: readonly string[]): Statement[] {
  const statements: { code: string; shown: string }[] = [];
  let open = '';
  for (const line of lines) {
    const [, code = '', comment = ''] = /^(.*?)\s*(?:(?<![:'])\/\/ ?(.*))?$/.exec(line) ?? [];
    if (code.trim() !== '') {
      open += `${code}\n`;
      if (!code.endsWith(';') && line !== lines.at(-1)) continue;
      statements.push({ code: open.trim(), shown: '' });
      open = '';
    }
    const last = statements.at(-1);
    if (last && comment !== '' && !/^(const|let|function|import)\b/.test(last.code)) {
      last.shown = `${last.shown} ${comment}`.trim();
    }
  }
  return statements;
}

/** Without the two things of TypeScript that the examples use. */
function javaScript(code: string): string {
  return code.replaceAll(' as const', '').replace(/: string(\[\])?(?=[,)])/g, '');
}
