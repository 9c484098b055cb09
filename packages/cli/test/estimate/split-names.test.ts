import { describe, expect, it } from 'vitest';
import { joinNames, splitJoined } from '../../src/estimate/joined-names.ts';
import { statisticRequest } from '../../src/estimate/request.ts';
import { nameAndRest, oneName, splitNames } from '../../src/estimate/split-names.ts';

describe('names on the command line', () => {
  it('splits at the separator outside quotes', () => {
    expect(splitNames('--by', 'a,b', ',')).toEqual(['a', 'b']);
    expect(splitNames('--by', '"a,b",c', ',')).toEqual(['a,b', 'c']);
    expect(splitNames('--by', ' "a b" , 省 份 ', ',')).toEqual(['a b', '省 份']);
    expect(splitNames('--ratio', '"收入/月"/"工时"', '/')).toEqual(['收入/月', '工时']);
    expect(splitNames('--by', '"say ""x,y""",b', ',')).toEqual(['say "x,y"', 'b']);
    expect(nameAndRest('--quantile', '"a@b"@0.5', '@')).toEqual(['a@b', '0.5']);
    expect(oneName('--mean', '收入/月')).toBe('收入/月');
    expect(oneName('--mean', '"收入,月"')).toBe('收入,月');
  });

  it.each(['', ',', 'a,', ',a', '"a', '"a"b', '"",a', '   '])('refuses %j', (text) => {
    expect(() => splitNames('--by', text, ',')).toThrow('--by: expected');
  });

  it('reads ratios and quantiles', () => {
    expect(statisticRequest('quantile', 'y@0.1,.5')).toEqual({
      statistic: 'quantile',
      variable: 'y',
      probabilities: [0.1, 0.5],
    });
    for (const bad of ['y', 'y@', 'y@2', 'y@0.5,', 'y@a', 'y@0x1', 'y@-0.5', '@0.5', 'a@b@0.5'])
      expect(() => statisticRequest('quantile', bad)).toThrow('--quantile: expected');
    for (const bad of ['y', 'y/', '/y', 'a/b/c'])
      expect(() => statisticRequest('ratio', bad)).toThrow('--ratio: expected');
  });

  it('joins with : and takes apart again', () => {
    expect(joinNames(['a:b', 'c'])).toBe('a\\:b:c');
    expect(splitJoined('a\\:b:c')).toEqual(['a:b', 'c']);
    expect(splitJoined(joinNames([':', '女', 'x:']))).toEqual([':', '女', 'x:']);
  });
});
