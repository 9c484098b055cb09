import { aliasCode, code, prose, table, typeText } from './markdown.ts';
import type { Parameter, PublicApi, PublicFunction, PublicType } from './public-api.ts';

/** What is said alike of every result, and therefore not in each doc block. */
const COMMON_MEMBERS: Readonly<Record<string, string>> = {
  estimate: 'the estimate, in the units of the statistic',
  se: 'its design-based standard error',
  ciLow: 'lower limit of the confidence interval',
  ciHigh: 'upper limit of the confidence interval',
  ciMethod: 'how the interval is made',
  ciLevel: 'confidence level of the interval, 0 to 1',
  df: 'degrees of freedom',
  dfRule: 'where the degrees of freedom come from',
  n: 'rows, not weighted',
  cv: 'se / |estimate|',
  pValue: 'two-sided probability of a larger statistic without an effect',
  design: 'the survey design',
  domains: 'the domains, from `domainCells`',
};

/** Types that several functions return or that are inputs everywhere: linked, not repeated. */
const LINKED_FROM = 3;

/** What the doc block of an exported function lacks; empty if it is whole. */
export function missingParts({ doc, parameters }: PublicFunction, api: PublicApi): string[] {
  const described = doc.params.flatMap(([names]) => names.split(','));
  const undescribed = parameters.filter(
    ({ name, type }) =>
      !described.includes(name) && type !== 'SurveyDesign' && !api.types.get(type)?.members.length,
  );
  const unknown = described.filter((name) => !parameters.some((parameter) => parameter.name === name));
  return [
    ...(/^[^.]{15,}[.:]/.test(doc.paragraphs[0] ?? '') ? [] : ['a first sentence']),
    ...undescribed.map(({ name }) => `@param ${name}`),
    ...unknown.map((name) => `no @param ${name}, which is no parameter`),
    ...(doc.returns ? [] : ['@returns']),
    ...(doc.throws ? [] : ['@throws (or "@throws nothing")']),
    ...(doc.rEquivalent ? [] : ['R equivalent:']),
    ...(doc.source ? [] : ['Source:']),
    ...(doc.example.length > 0 ? [] : ['@example']),
  ];
}

/** The page of one function, made from its doc block and the types that it takes and returns. */
export function functionPage(of: PublicFunction, api: PublicApi): string {
  const { name, file, doc, signature, parameters, result } = of;
  const text = (part: string) => prose(part, api, name);
  const inputs = [...new Set(parameters.flatMap(({ type }) => expanded(type, api, 'input')))];
  const outputs = expanded(result, api, 'result');
  const [lead = '', ...rest] = doc.paragraphs;
  return [
    `<!-- Made by \`npm run docs\` from src/${file}: change the doc block there. -->`,
    `# ${name}`,
    text(lead).replace(/^([^:.]{1,60}):/, '**$1**:'),
    ...rest.map(text),
    code(signature.split('\n')),
    '## Inputs',
    table(
      ['name', 'type', ''],
      parameters.map((parameter) => [
        `\`${parameter.name}\``,
        parameterType(parameter, api),
        text(parameterText(of, parameter)),
      ]),
    ),
    ...inputs.flatMap((type) => membersOf(type, api, name)),
    '## Result',
    `${typeText(result, api)}${doc.returns ? `: ${text(doc.returns)}` : ''}`,
    ...outputs.flatMap((type) => membersOf(type, api, name)),
    '## Errors',
    `Throws ${text(doc.throws)}`,
    '## R equivalent',
    sentence(text(doc.rEquivalent)),
    '## Source',
    `${sentence(text(doc.source))} Code: [${file}](../src/${file}).`,
    '## Example',
    code([...importsOf(doc.example, api), '', ...doc.example]),
    '[All functions](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

/** Every exported type with its members or its definition, in alphabetical order. */
export function typesPage(api: PublicApi): string {
  const types = [...api.types.values()]
    .filter(({ exported }) => exported)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    '<!-- Made by `npm run docs` from src: change the doc comments there. -->',
    '# Types',
    'Everything is `readonly`. "row → value" is one value a row of the design; NaN is missing.',
    ...types.flatMap((type) => [
      `## ${type.name}`,
      ...(type.text ? [prose(type.text, api, type.name)] : []),
      type.members.length > 0 ? memberTable(type, api, type.name) : aliasCode(type.name, type.definition),
    ]),
    '[All functions](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

function parameterType({ type, default: value }: Parameter, api: PublicApi): string {
  const shown = type === '' ? '' : typeText(type, api);
  return value === '' ? shown : `${shown}${shown ? ', ' : ''}default \`${value}\``;
}

function parameterText({ doc }: PublicFunction, { name, type }: Parameter): string {
  const own = doc.params.find(([names]) => names.split(',').includes(name))?.[1];
  return own ?? (type === 'SurveyDesign' ? 'the design, from `surveyDesign`' : 'see below');
}

/** The interfaces of a type that belong on the page itself. */
function expanded(type: string, api: PublicApi, as: 'input' | 'result'): PublicType[] {
  const names = [...new Set(type.match(/\b[A-Z]\w+/g) ?? [])];
  return names.flatMap((name) => {
    const found = api.types.get(name);
    if (!found?.exported) return [];
    const returned = api.functions.filter(({ result }) => new RegExp(`\\b${name}\\b`).test(result)).length;
    const repeated = as === 'input' ? returned > 0 : returned >= LINKED_FROM;
    return repeated || name === 'SurveyDesign' ? [] : [found];
  });
}

function membersOf(type: PublicType, api: PublicApi, own: string): string[] {
  const { name, text, members, definition } = type;
  return [
    `### ${name}`,
    ...(text ? [prose(text, api, own)] : []),
    members.length > 0 ? memberTable(type, api, own) : aliasCode(name, definition),
  ];
}

function memberTable({ members }: PublicType, api: PublicApi, own: string): string {
  return table(
    ['member', 'type', ''],
    members.map(({ name, optional, type, text }) => [
      `\`${name}${optional ? '?' : ''}\``,
      typeText(type, api),
      prose(text === '' ? (COMMON_MEMBERS[name] ?? '') : text, api, own),
    ]),
  );
}

function sentence(text: string): string {
  const whole = text.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
  return /[.)]$/.test(whole) ? whole : `${whole}.`;
}

function importsOf(example: readonly string[], api: PublicApi): string[] {
  const text = example.join('\n');
  const modules = new Map<string, string[]>();
  for (const { name, module } of [...api.functions, ...api.constants]) {
    if (new RegExp(`\\b${name}\\b`).test(text)) modules.set(module, [...(modules.get(module) ?? []), name]);
  }
  return [...modules].map(([module, names]) => `import { ${names.sort().join(', ')} } from '${module}';`);
}
