import type { EstimateRow, Language, Quality } from '@wavebook/schema';

const qualities: Record<Quality, Record<Language, string>> = {
  reliable: { zh: '可靠', en: 'reliable' },
  use_with_caution: { zh: '慎用', en: 'use with caution' },
  review: { zh: '需统计人员复核', en: 'for review by a statistician' },
  unreliable: { zh: '不可靠', en: 'unreliable' },
};

/** What the quality rule says of an estimate, with the rule's name and whether confidentiality withholds it. */
export function qualityVerdict(
  row: Pick<EstimateRow, 'quality' | 'quality_rule' | 'confidential'>,
  lang: Language,
): string {
  const confidential = {
    zh: '涉密（该组或其补集少于10人）',
    en: 'confidential (fewer than 10 respondents in the cell or its complement)',
  };
  const verdict = `${qualities[row.quality][lang]} (${row.quality_rule})`;
  return row.confidential ? `${verdict}; ${confidential[lang]}` : verdict;
}
