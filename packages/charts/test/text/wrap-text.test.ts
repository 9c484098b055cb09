import { describe, expect, it } from 'vitest';
import { missingCharacters, textWidth, wrapText } from '../../src/index.ts';

const font = { size: 10, weight: 400 } as const;

describe('wrapText', () => {
  it('breaks Chinese between characters', () => {
    expect(wrapText('签订书面劳动合同的比例', font, 60)).toEqual(['签订书面劳动', '合同的比例']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrapText('流动人口，劳动合同', font, 40)).toEqual(['流动人', '口，劳', '动合同']);
    for (const width of [40, 50, 60, 70, 80]) {
      for (const line of wrapText('按现居住地（省、区、市）分组，“未签订”者占41.2%。', font, width)) {
        expect(line).not.toMatch(/^[，。、）”%]|[（“]$/);
      }
    }
  });

  it('gives a last line of one or two characters a clause of the line before, and leaves that line long', () => {
    const text = '在本地已建立居民健康档案者所占比例，按流动范围分，全部受访流动人口，全国，2017年，百分比';
    expect(wrapText(text, font, 430)).toEqual([
      '在本地已建立居民健康档案者所占比例，按流动范围分，全部受访流动人口，全国，',
      '2017年，百分比',
    ]);
  });

  it('ends the lines of a headline with a clause where both lines fit', () => {
    const balanced = (text: string, width: number) => wrapText(text, font, width, { balance: true });
    expect(balanced('超过三分之一的受雇者没有合同，建筑业尤其如此', 170)).toEqual([
      '超过三分之一的受雇者没有合同，',
      '建筑业尤其如此',
    ]);
    expect(balanced('东部省份签订劳动合同的比例明显较高（未签订者占四成）', 180)).toEqual([
      '东部省份签订劳动合同的比例明显较高',
      '（未签订者占四成）',
    ]);
  });

  it('stays balanced where a clause would leave a line of a few characters', () => {
    const text = '如今，东部省份流动人口签订劳动合同的比例高于西部';
    expect(wrapText(text, font, 230, { balance: true })).toEqual([
      '如今，东部省份流动人口签',
      '订劳动合同的比例高于西部',
    ]);
    expect(wrapText('没有任何标点的一个很长的标题需要分成两行', font, 120, { balance: true })).toEqual([
      '没有任何标点的一个很',
      '长的标题需要分成两行',
    ]);
  });

  it('keeps words and numbers whole', () => {
    expect(wrapText('a labour contract', font, 50)).toEqual(['a labour', 'contract']);
    expect(wrapText('n = 98 412', font, 35).join('|')).toContain('98 412');
  });

  it('cuts a word that is wider than the line', () => {
    const lines = wrapText('x'.repeat(50), font, 60);
    expect(lines.join('')).toBe('x'.repeat(50));
    for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(60);
  });

  it('never exceeds the width, and loses nothing', () => {
    const text =
      '2017年全国流动人口卫生计生动态监测调查China Migrants Dynamic Survey，合成数据（synthetic）。';
    for (let width = 20; width < 300; width += 7) {
      for (const balance of [true, false]) {
        const lines = wrapText(text, font, width, { balance });
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }
    }
  });

  it('keeps paragraphs apart and drops empty ones', () => {
    expect(wrapText('a\n\nb', font, 100)).toEqual(['a', 'b']);
    expect(wrapText('', font, 100)).toEqual([]);
  });
});

describe('missingCharacters', () => {
  it('knows what the fonts draw', () => {
    expect(missingCharacters('北京 abc ‰≥≤±×–—…′″℃①⑩†‡−～')).toEqual([]);
    expect(missingCharacters('𠮷a𠮷\t')).toEqual(['𠮷', '\t']);
  });
});
