import { expect, test } from 'vitest';
import { type Condition, inUniverse, respondentVariables } from '../src/index.ts';

const of = (...universe: Condition[]) => ({ universe });
const employee: Condition = { variable: 'employment_status', in: ['employee'] };
const young: Condition = { variable: 'age', min: 15, max: 24 };

test('a variable without a universe is asked of everybody', () => {
  expect(inUniverse({}, {})).toBe(true);
  expect(inUniverse(of(), {})).toBe(true);
});

test('a code and an interval hold, do not hold, or are not known', () => {
  expect(inUniverse(of(employee), { employment_status: 'employee' })).toBe(true);
  expect(inUniverse(of(employee), { employment_status: 'employer' })).toBe(false);
  expect(inUniverse(of(employee), { employment_status: null })).toBeUndefined();
  expect(inUniverse(of(employee), {})).toBeUndefined();
  expect(inUniverse(of(young), { age: 15 })).toBe(true);
  expect(inUniverse(of(young), { age: 24 })).toBe(true);
  expect(inUniverse(of(young), { age: 25 })).toBe(false);
  expect(inUniverse(of(young), { age: Number.NaN })).toBeUndefined();
  expect(inUniverse(of(young), { age: 'x' })).toBeUndefined();
  expect(inUniverse(of({ variable: 'age', min: 60 }), { age: 59 })).toBe(false);
  expect(inUniverse(of({ variable: 'age', max: 6 }), { age: 0 })).toBe(true);
});

test('one condition that fails decides, whatever is not known of the others', () => {
  expect(inUniverse(of(employee, young), { age: 30 })).toBe(false);
  expect(inUniverse(of(young, employee), { age: 30 })).toBe(false);
  expect(inUniverse(of(employee, young), { age: 20 })).toBeUndefined();
});

test('a cell that was itself routed past fails the condition', () => {
  const routed = { employment_status: null, employment_status_missing: 'not_applicable' };
  expect(inUniverse(of(employee), routed)).toBe(false);
  expect(inUniverse(of(employee), { ...routed, employment_status_missing: 'missing' })).toBeUndefined();
});

test('the settlement block of 2017 routes as its counts show', () => {
  const asked = (record: Record<string, string>) =>
    ['intended_stay', 'leave_destination', 'return_time', 'next_destination_county'].filter((name) =>
      inUniverse(respondentVariables.find((v) => v.name === name) ?? of(employee), record),
    );
  expect(asked({ stay_intention: 'yes' })).toEqual(['intended_stay']);
  expect(asked({ stay_intention: 'undecided' })).toEqual([]);
  expect(asked({ stay_intention: 'no', leave_destination: 'return' })).toEqual([
    'leave_destination',
    'return_time',
  ]);
  expect(asked({ stay_intention: 'no', leave_destination: 'elsewhere' })).toEqual([
    'leave_destination',
    'next_destination_county',
  ]);
  expect(asked({ stay_intention: 'yes', leave_destination: 'return' })).toEqual(['intended_stay']);
});
