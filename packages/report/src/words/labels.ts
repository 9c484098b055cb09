import {
  codeLists,
  type EstimateRow,
  type Indicator,
  type Label,
  type Language,
  respondentVariables,
} from '@wavebook/schema';

const codeLabel = (variable: string, code: string): Label => {
  const list = respondentVariables.find((v) => v.name === variable)?.codes;
  const found = codeLists[list ?? '']?.codes.find((c) => c.code === code);
  if (!found) throw new Error(`codeLabel: variable "${variable}" has no code "${code}"`);
  return found.label;
};

const everybody: Label = { zh: '总体', en: 'All' };

/** Whether a domain is made of variables of the monitoring survey, whose labels the schema knows. */
export const isKnownDomain = (domain: string): boolean =>
  domain === 'all' ||
  domain.split(':').every((name) => respondentVariables.some((variable) => variable.name === name));

/** The label of a domain: `sex:age_group` reads “sex and age group”. */
export function domainLabel(domain: string, lang: Language): string {
  if (domain === 'all') return everybody[lang];
  const names = domain.split(':').map((name) => {
    const label = respondentVariables.find((v) => v.name === name)?.label;
    if (!label) throw new Error(`domainLabel: no variable "${name}"`);
    return lang === 'zh' ? label.zh : label.en.toLowerCase();
  });
  return names.join(lang === 'zh' ? '和' : ' and ');
}

/** The label of a level of a domain: `male:15-24` reads “Men, 15-24”. */
export function levelLabel(domain: string, level: string, lang: Language): string {
  if (domain === 'all') return everybody[lang];
  const names = domain.split(':');
  const codes = names.length === 1 ? [level] : level.split(':');
  return codes.map((code, i) => codeLabel(names[i] as string, code)[lang]).join(lang === 'zh' ? '，' : ', ');
}

/** The label of a structure's category. */
export function categoryLabel(indicator: Indicator, category: string, lang: Language): string {
  if (indicator.measure.kind !== 'structure')
    throw new Error(`categoryLabel: indicator "${indicator.id}" has no categories`);
  return codeLabel(indicator.measure.variable, category)[lang];
}

/** The order of a domain's levels in its code lists. */
function levelOrder(domain: string): (level: string) => number {
  const names = domain.split(':');
  const lists = names.map((name) => {
    const list = respondentVariables.find((v) => v.name === name)?.codes;
    return codeLists[list ?? '']?.codes.map((c) => c.code) ?? [];
  });
  return (level) => {
    const codes = names.length === 1 ? [level] : level.split(':');
    return codes.reduce((place, code, i) => place * 1000 + (lists[i]?.indexOf(code) ?? 0), 0);
  };
}

/** The rows of one indicator, wave, domain and weighting, in code-list order. */
export function rowsOf(
  rows: readonly EstimateRow[],
  wanted: {
    indicator: string;
    wave: string;
    domain: string;
    weighting?: EstimateRow['weighting'];
    variant?: EstimateRow['variant'];
  },
): EstimateRow[] {
  const order = levelOrder(wanted.domain);
  return rows
    .filter(
      (r) =>
        r.indicator === wanted.indicator &&
        r.wave === wanted.wave &&
        r.domain === wanted.domain &&
        r.weighting === (wanted.weighting ?? 'weighted') &&
        r.variant === (wanted.variant ?? 'level'),
    )
    .sort((a, b) => order(a.level) - order(b.level));
}
