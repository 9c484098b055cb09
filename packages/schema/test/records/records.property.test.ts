import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueMessages, languages } from '../../src/index.ts';
import { arbitraryRecord, recordCases, wrongCells } from './arbitrary-record.ts';

describe.each(recordCases)('$id', ({ schema, variables }) => {
  test('a record that the definitions allow is accepted as it stands', () => {
    fc.assert(
      fc.property(arbitraryRecord(variables), (record) => {
        expect(schema.parse(record)).toEqual(record);
      }),
      { numRuns: 20 },
    );
  });

  test('one wrong cell is refused at its place, and named in both languages', () => {
    const [record] = fc.sample(arbitraryRecord(variables), { numRuns: 1, seed: 7 });
    const failures: unknown[] = [];
    for (const variable of variables)
      for (const wrong of wrongCells(variable)) {
        const mutated = { ...record, [variable.name]: wrong };
        const parsed = schema.safeParse(mutated);
        const places = parsed.error?.issues.map((i) => i.path.join());
        if (!parsed.error || places?.join() !== variable.name) failures.push([variable.name, wrong, places]);
        else
          for (const language of languages) {
            const [message] = issueMessages(parsed.error, variables, { language, record: mutated });
            if (!message?.message.includes(variable.label[language]))
              failures.push([variable.name, wrong, message]);
          }
      }
    expect(failures).toEqual([]);
  });

  test('an absent column is refused', () => {
    const [record = {}] = fc.sample(arbitraryRecord(variables), { numRuns: 1, seed: 8 });
    const partial = schema.partial();
    const wrong = variables.filter(({ name }) => {
      const { [name]: _, ...rest } = record;
      return schema.safeParse(rest).success || !partial.safeParse(rest).success;
    });
    expect(wrong).toEqual([]);
  });
});
