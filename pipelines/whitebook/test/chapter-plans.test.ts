import type { EstimatePlan } from '@wavebook/indicators';
import type { Chapter } from '@wavebook/report';
import { languages, Topic } from '@wavebook/schema';
import { describe, expect, test } from 'vitest';

const read = async (topic: Topic): Promise<{ chapter: Chapter; plan: EstimatePlan }> => {
  const { chapter } = await import(`../../${topic}/src/chapter.ts`);
  const { estimatePlan } = await import(`../../${topic}/src/estimate-plan.ts`);
  return { chapter, plan: estimatePlan };
};

describe.each(Topic.options)('the chapter on %s', (topic) => {
  test('says only what its estimates are planned for', async () => {
    const { chapter, plan } = await read(topic);
    const breakdowns = new Map(
      plan.indicators.map((indicator) => [indicator.id, plan.breakdownsOf(indicator)]),
    );
    const planned = new Set(plan.contrasts.map((contrast) => JSON.stringify(contrast)));
    const said = new Set<string>();
    for (const { title, sentences } of chapter.findings)
      for (const sentence of sentences) {
        const where = `${title.en}: ${sentence.indicator}`;
        expect(breakdowns.has(sentence.indicator), where).toBe(true);
        if ('says' in sentence)
          for (const lang of languages)
            expect(sentence.says[lang], where).toContain(sentence.kind === 'shares' ? '{list}' : '{value}');
        if ('domain' in sentence && sentence.domain !== undefined)
          expect(breakdowns.get(sentence.indicator), where).toContain(sentence.domain);
        const { indicator } = sentence;
        if (sentence.kind === 'contrast') {
          const { domain, from, to } = sentence;
          said.add(JSON.stringify({ indicator, domain, from, to }));
        }
        if (sentence.kind === 'extremes')
          said.add(JSON.stringify({ indicator, domain: sentence.domain, extremes: true }));
      }
    for (const contrast of said) expect(planned, contrast).toContain(contrast);
    for (const contrast of planned) {
      const { indicator, domain } = JSON.parse(contrast);
      const drawn = chapter.charts.some((chart) => chart.indicator === indicator && chart.domain === domain);
      expect(said.has(contrast) || drawn, `${contrast} is tested and never said`).toBe(true);
    }
  });

  test('draws only what is estimated, each chart once', async () => {
    const { chapter, plan } = await read(topic);
    const keys = chapter.charts.map(({ indicator, domain, mark }) => `${indicator} ${domain} ${mark}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { indicator, beside = [], domain, mark, subject } of chapter.charts) {
      for (const id of [indicator, ...beside]) {
        const found = plan.indicators.find((i) => i.id === id);
        expect(found, id).toBeDefined();
        if (found) expect(plan.breakdownsOf(found), `${id} ${mark}`).toContain(domain);
      }
      expect(subject !== undefined, `${indicator} ${mark}`).toBe(beside.length > 0);
    }
  });
});
