import { expect, it } from 'vitest';
import { nearestNames } from '../src/nearest-names.ts';

it('names what is near, or what there is', () => {
  expect(nearestNames('wieght', ['weight', 'sex'])).toBe('did you mean "weight"?');
  expect(nearestNames('SEX', ['age', 'sex'])).toBe('did you mean "sex"?');
  expect(nearestNames('收入', ['月收入', '年龄'])).toBe('did you mean "月收入"?');
  expect(nearestNames('zzz', ['a', 'b'])).toBe('there are "a", "b"');
  expect(nearestNames('__proto__', ['a'])).toBe('there are "a"');
});
