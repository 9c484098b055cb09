import { describe, expect, test } from 'vitest';
import {
  codeLists,
  InstrumentDefinition,
  memberVariables,
  respondentVariables,
  reversedIntegrationItems,
  variableUnits,
} from '../../src/index.ts';
import { instruments } from '../../src/instruments/index.ts';

const records = Object.values(instruments).flatMap((instrument) =>
  instrument.records.map((record) => ({ id: `${instrument.id} ${record.name}`, instrument, record })),
);

test('four instruments, each valid and under its own id', () => {
  expect(Object.keys(instruments)).toEqual([
    'monitoring',
    'monitoring-residents',
    'baseline-worker',
    'baseline-enterprise',
  ]);
  for (const [id, instrument] of Object.entries(instruments))
    expect(InstrumentDefinition.parse(instrument).id).toBe(id);
  expect(instruments.monitoring.records.map((r) => r.variables)).toEqual([
    respondentVariables,
    memberVariables,
  ]);
});

describe.each(records)('$id', ({ instrument, record }) => {
  const { variables } = record;
  const byName = new Map(variables.map((v) => [v.name, v]));

  test('names each variable once, and its keys are variables that are never empty', () => {
    expect(byName.size).toBe(variables.length);
    for (const name of record.key) expect(byName.get(name)?.missing, name).toEqual([]);
    for (const variable of variables)
      if (!record.key.includes(variable.name))
        expect(variable.missing?.length, variable.name).toBeGreaterThan(0);
  });

  test('has a code list for every category, and a unit for every number', () => {
    for (const { name, kind, codes, unit } of variables) {
      expect(codeLists[codes ?? ''] !== undefined, name).toBe(kind === 'category');
      if (kind === 'number') expect(variableUnits[unit ?? ''], `${name}: ${unit}`).toBeDefined();
    }
  });

  test('routes by its own variables and their codes', () => {
    for (const { name, universe = [] } of variables)
      for (const condition of universe) {
        const by = byName.get(condition.variable);
        expect(by, `${name} < ${condition.variable}`).toBeDefined();
        if ('in' in condition)
          expect(codeLists[by?.codes ?? '']?.codes.map((c) => c.code)).toEqual(
            expect.arrayContaining(condition.in),
          );
        else expect(by?.kind, `${name} < ${condition.variable}`).toBe('number');
      }
  });

  test('a universe can be reached: the variables that it names are asked under a part of its own conditions', () => {
    for (const { name, universe = [] } of variables) {
      const own = universe.map((c) => JSON.stringify(c));
      for (const { variable } of universe) {
        const by = byName.get(variable);
        if (by?.derived) continue;
        for (const condition of by?.universe ?? [])
          expect(own, `${name} < ${variable}`).toContain(JSON.stringify(condition));
      }
    }
  });

  test('says of every wording how well it is known, and asks nothing of what is derived', () => {
    for (const { name, question, question_confidence, derived } of variables) {
      expect(question !== undefined, name).toBe(question_confidence !== undefined);
      if (derived) expect(question, name).toBeUndefined();
      if (question) expect(question.zh + question.en, name).not.toContain('{item}');
    }
  });

  test('what wavebook designed says so, and is worded here', () => {
    if (!instrument.id.startsWith('baseline')) return;
    for (const { name, source, question_confidence, missing = [] } of variables) {
      expect(source, name).toMatch(/^designed: ./);
      expect(missing.includes('not_asked'), name).toBe(false);
      if (!name.startsWith('integration_') && question_confidence)
        expect(question_confidence, name).toBe('proposed');
    }
  });
});

test('only wordings that a source prints are shown as known', () => {
  const known = records
    .filter(({ instrument }) => instrument.id === 'monitoring')
    .flatMap(({ record }) => record.variables)
    .filter((v) => v.question_confidence === 'verified')
    .map((v) => v.name);
  expect(known.sort()).toEqual([
    'homestead_land',
    'household_size_reported',
    'hukou_transfer',
    'integration_feels_looked_down_on',
    'intended_stay',
    'leave_destination',
    'next_destination_county',
    'return_time',
    'stay_intention',
  ]);
});

test('the residents are asked what compares in the very words of the migrants', () => {
  const [resident] = instruments['monitoring-residents'].records;
  const same = resident?.variables.filter((v) => respondentVariables.some((w) => w.name === v.name)) ?? [];
  expect(same.length).toBeGreaterThan(50);
  for (const variable of same) expect(respondentVariables).toContain(variable);
});

test('the needs that the projects name are asked', () => {
  const worker = instruments['baseline-worker'].records.flatMap((r) => r.variables.map((v) => v.name));
  for (const scheme of ['pension', 'medical', 'work_injury', 'unemployment', 'maternity', 'housing_fund'])
    for (const part of ['insured', 'place', 'paid_by', 'why_not'])
      expect(worker).toContain(`${scheme}_${part}`);
  expect(worker.filter((name) => name.startsWith('service_')).length - 1).toBe(12);
  const enterprise = instruments['baseline-enterprise'].records.flatMap((r) =>
    r.variables.map((v) => v.name),
  );
  for (const scheme of ['pension', 'medical', 'work_injury', 'unemployment', 'maternity', 'housing_fund'])
    for (const part of ['scope', 'enrolled', 'rate', 'base'])
      expect(enterprise).toContain(`${scheme}_${part}`);
  expect(enterprise).toEqual(
    expect.arrayContaining(['months_unfilled', 'turnover', 'dormitory', 'pilot_willing']),
  );
});

test('a variable without a question comes from the frame or the roster, is derived, or has a wording that nobody knows', () => {
  const silent = records
    .filter(({ instrument }) => instrument.id === 'monitoring')
    .flatMap(({ record }) => record.variables)
    .filter((v) => !v.question && !v.derived)
    .map((v) => v.name);
  expect([...new Set(silent)].sort()).toEqual([
    'county',
    'first_move_end_year',
    'first_move_province',
    'first_move_year',
    'hukou_county',
    'member_number',
    'prefecture',
    'province',
    'respondent_id',
    'survey_weight',
    'years_away',
  ]);
});

test('a battery asks for each item by its own words', () => {
  const question = (name: string) => respondentVariables.find((v) => v.name === name)?.question;
  expect(question('health_education_tuberculosis')?.zh).toContain('结核病防治');
  expect(question('health_education_tuberculosis')?.en).toMatch(/tuberculosis\?$/);
  expect(question('health_education_channel_lecture')?.en).toMatch(/: lecture\?$/);
  expect(question('integration_feels_local')?.zh).toContain('我觉得我已经是本地人了');
  expect(question('insurance_public_place')?.zh).toContain('公费医疗');
});

test('money is by month, except what is sent home and what school costs: by year', () => {
  const money = records
    .filter(({ instrument }) => instrument.id === 'monitoring')
    .flatMap(({ record }) => record.variables)
    .filter((v) => v.unit?.startsWith('yuan'));
  const yearly = money.filter((v) => v.unit === 'yuan per year').map((v) => v.name);
  expect(yearly).toEqual(['remittance', 'school_fees']);
  expect(money.every((v) => /^yuan per (month|year)$/.test(v.unit ?? ''))).toBe(true);
});

test('“not sure” of the monitoring survey is an answer, never a missing reason', () => {
  for (const { missing = [] } of [...respondentVariables, ...memberVariables]) {
    expect(missing).not.toContain('dont_know');
    expect(missing).not.toContain('refused');
  }
  expect(codeLists.yes_no_not_sure?.codes.map((c) => c.code)).toContain('not_sure');
});

test('the reversed statements are items of the scale', () => {
  const scale = respondentVariables.filter((v) => v.name.startsWith('integration_')).map((v) => v.name);
  expect(scale).toHaveLength(8);
  expect(scale).toEqual(expect.arrayContaining([...reversedIntegrationItems]));
});
