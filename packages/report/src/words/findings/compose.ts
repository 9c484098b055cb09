import type { Indicator } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { changeSentence } from './change-sentence.ts';
import { contrastSentence } from './contrast-sentence.ts';
import type { Evidence } from './evidence.ts';
import { extremesSentence } from './extremes-sentence.ts';
import { inSentence } from './in-sentence.ts';
import { levelSentence } from './level-sentence.ts';
import type { FindingPlan, SentencePlan, Theme } from './plan.ts';
import type { Sentence } from './sentence.ts';
import { sharesSentence } from './shares-sentence.ts';

/** A finding in one language: its words as runs, and the indicators that it speaks of. */
export interface Finding {
  readonly title: string;
  readonly themes: readonly Theme[];
  readonly runs: readonly Run[];
  readonly indicators: readonly string[];
}

/** Links to the figures that show an indicator in a breakdown or over the waves; empty where none is drawn. */
export type FigureLinks = (of: Pick<Sentence, 'indicator' | 'domain' | 'mark'>) => readonly Run[];

function sentenceOf(
  plan: SentencePlan,
  indicators: readonly Indicator[],
  evidence: Evidence,
): Sentence | undefined {
  const indicator = indicators.find(({ id }) => id === plan.indicator);
  if (!indicator)
    throw new Error(`composeFinding: no indicator "${plan.indicator}" in the chapter; see indicatorsByTopic`);
  switch (plan.kind) {
    case 'level':
      return levelSentence(plan, evidence);
    case 'shares':
      return sharesSentence(plan, indicator, evidence);
    case 'change':
      return changeSentence(plan, evidence);
    case 'contrast':
      return contrastSentence(plan, evidence);
    case 'extremes':
      return extremesSentence(plan, evidence);
  }
}

/** A sentence begins with its wave where that is another than the one before spoke of. */
function opened({ runs, wave }: Sentence, before: string | undefined, evidence: Evidence): Run[] {
  if (wave === undefined || wave === before) return [...runs];
  const lead = evidence.lang === 'zh' ? `${wave}年，` : `In ${wave}, `;
  return [lead, ...lowered(runs, evidence)];
}

/** What followed a full stop now follows a comma. */
function lowered([first, ...rest]: readonly Run[], { lang }: Evidence): Run[] {
  if (typeof first !== 'string' || lang === 'zh') return first === undefined ? [] : [first, ...rest];
  return [inSentence(first, lang), ...rest];
}

function capitalised([first, ...rest]: readonly Run[], { lang }: Evidence): Run[] {
  if (typeof first !== 'string' || lang === 'zh') return first === undefined ? [] : [first, ...rest];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}

/**
 * A finding from its plan and the estimates: sentences whose numbers may not be shown fall away; undefined where none is left. Each sentence
 * ends with links to its figures.
 */
export function composeFinding(
  plan: FindingPlan,
  indicators: readonly Indicator[],
  evidence: Evidence,
  linksOf: FigureLinks = () => [],
): Finding | undefined {
  const zh = evidence.lang === 'zh';
  const sentences = plan.sentences.flatMap((sentence) => sentenceOf(sentence, indicators, evidence) ?? []);
  if (sentences.length === 0) return undefined;
  let wave: string | undefined;
  const linked = new Set<string>();
  const runs = sentences.flatMap((sentence): Run[] => {
    const words = capitalised(opened(sentence, wave, evidence), evidence);
    wave = sentence.wave ?? wave;
    const links = linksOf(sentence).filter((run) => {
      const anchor = typeof run === 'string' ? '' : (run.anchor ?? '');
      return !linked.has(anchor) && linked.add(anchor);
    });
    const joined = links.flatMap((link, i): Run[] => (i === 0 ? [link] : [zh ? '、' : ', ', link]));
    return [
      ...words,
      ...(links.length === 0 ? [] : [zh ? '（' : ' (', ...joined, zh ? '）' : ')']),
      zh ? '。' : '. ',
    ];
  });
  return {
    title: plan.title[evidence.lang],
    themes: plan.themes ?? [],
    runs,
    indicators: [...new Set(sentences.map(({ indicator }) => indicator))],
  };
}
