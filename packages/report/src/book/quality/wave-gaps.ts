import type { Language } from '@wavebook/schema';
import type { Block } from '../../document/block.ts';
import type { BookWave } from '../book-data.ts';
import { listed } from '../in-both.ts';
import { variableLabel } from './names.ts';

/** What a wave did not ask, which of its raw columns are not used, and which mappings no real file has confirmed. */
export function gapBlocks({ wave }: BookWave, lang: Language): Block[] {
  const zh = lang === 'zh';
  const lists: [string, readonly string[]][] = [
    [zh ? '本轮未设题' : 'Not asked in this wave', wave.not_asked],
    [zh ? '原始变量名未知或未用' : 'Raw column not known or not used', wave.unmapped],
    [zh ? '映射未经真实文件核对' : 'Mapping never checked against a real file', wave.recalled],
  ];
  const entries = lists
    .filter(([, names]) => names.length > 0)
    .map(([term, names]) => ({
      term: [term],
      text: [
        listed(
          names.map((name) => variableLabel(name)[lang]),
          lang,
        ),
      ],
    }));
  if (entries.length === 0) return [];
  return [
    {
      kind: 'fold',
      words: wave.title[lang],
      blocks: [
        { kind: 'heading', level: 4, text: wave.title[lang] },
        { kind: 'definitions', entries },
      ],
    },
  ];
}
