import { codebooks } from '@wavebook/schema/codebooks';
import { expect, test } from 'vitest';
import { checkRows } from '../src/check-rows.ts';

const of2014 = codebooks['monitoring-2014'];
if (!of2014) throw new Error('no codebook of 2014');

test('the file of 16,024 rows that goes by the name of 2014 is not the national one', () => {
  expect(() => checkRows('2014/a.dta', 16_024, of2014)).toThrow(
    /2014\/a\.dta: 16024 rows is the size of "Special sample on social integration in 8 cities" \(2014\), not of the national file of monitoring-2014 with its 200937/,
  );
});

test('the national file, a part of it, and other instruments pass', () => {
  for (const rows of [200_937, 200_000, 1]) expect(() => checkRows('a', rows, of2014)).not.toThrow();
  expect(() => checkRows('a', 16_024, { ...of2014, instrument: 'baseline-worker' })).not.toThrow();
});
