import { expect, test } from 'vitest';
import { buildFrame } from '../../src/population/frame.ts';
import { waves } from '../../src/population/waves.ts';
import { interview } from '../../src/raw/raw-respondents.ts';

for (const wave of waves)
  test(`${wave}: rosters hold together`, () => {
    for (const { roster, answers, here, schooling } of interview(
      buildFrame({ wave, seed: 2, samplePoints: 192, provinces: ['31', '44', '51', '62', '66'] }),
      2,
    )) {
      const [first, ...others] = roster;
      expect(first?.relation).toBe('respondent');
      expect(first?.member.sex).toBe(answers.sex);
      expect(first?.member.birthYear).toBe(answers.birth_year);
      expect(first?.member.residence).toBe('here');
      expect(schooling[0]).toBe(answers.education);
      expect(roster.length).toBeLessThanOrEqual(10);
      expect(others.some(({ relation }) => relation === 'respondent')).toBe(false);
      expect(roster.filter(({ member }) => member.residence === 'here').length).toBe(here);
      const spouses = others.filter(({ relation }) => relation === 'spouse');
      const hasPartner = ['first_marriage', 'remarried', 'cohabiting'].includes(
        String(answers.marital_status),
      );
      expect(spouses.length).toBe(hasPartner ? 1 : 0);
      if (spouses[0]) expect(spouses[0].member.sex).not.toBe(answers.sex);
      for (const { relation, member } of others) {
        const years = member.age - Number(answers.age);
        if (relation === 'child') expect(years).toBeLessThan(-10);
        if (relation === 'parent') expect(years).toBeGreaterThan(10);
      }
    }
  });
