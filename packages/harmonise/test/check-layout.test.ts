import { type Codebook, layoutSignature } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { describe, expect, test } from 'vitest';
import { checkLayout } from '../src/index.ts';

const columnsOf = (name: string): string[] => layoutSignature(codebooks[name] as Codebook);

describe('layouts', () => {
  test.each(Object.values(codebooks))(
    'a file of $wave is taken under its own name and under no other',
    (own) => {
      const columns = columnsOf(own.name);
      for (const { name, wave } of Object.values(codebooks))
        if (name === own.name) expect(checkLayout('f.csv', columns, wave, name)).toBe(own);
        else
          expect(() => checkLayout('f.csv', columns, wave, name), name).toThrow(
            `its columns are those of ${own.name} (100 %)`,
          );
    },
  );

  test('no placeholder is part of a signature', () => {
    for (const codebook of Object.values(codebooks))
      expect(layoutSignature(codebook).filter((name) => name.startsWith('x_'))).toEqual([]);
  });

  test('a file of 2017 handed in as another wave is caught by name', () => {
    const columns = columnsOf('monitoring-2017');
    expect(() => checkLayout('f.csv', columns, '2014', 'monitoring-2014')).toThrow(
      /came in as wave 2014 .* its columns are those of monitoring-2017 \(100 %\)/,
    );
    expect(() => checkLayout('f.csv', columns, '2018', 'monitoring-2017')).toThrow(
      /came in as wave 2018 .* monitoring-2017/,
    );
    expect(() => checkLayout('f.csv', columns, '2018', 'monitoring-2018')).toThrow(
      /came in as wave 2018 with codebook monitoring-2018 .* its columns are those of monitoring-2017 \(100 %\)/,
    );
    expect(() => checkLayout('f.csv', columns, '2019', 'monitoring-2019')).toThrow(
      /not known.* monitoring-2017/,
    );
    expect(checkLayout('f.csv', columns, '2017', 'monitoring-2017').name).toBe('monitoring-2017');
  });

  test('case counts: the same names in capitals are another layout', () => {
    const columns = columnsOf('monitoring-2017').map((name) => name.toUpperCase());
    expect(() => checkLayout('f.csv', columns, '2017', 'monitoring-2017')).toThrow(
      /missing: .*nearest layout/,
    );
  });
});
