import type { Language } from '@wavebook/schema';
import type { Block, Run } from '../document/block.ts';
import type { BookData, ChainFile } from './book-data.ts';

/** Where the chain of a wave's files stands in the book. */
export const chainAnchor = (instrument: string, wave: string): string => `chain-${instrument}-${wave}`;

const fileRuns = ({ path, sha256 }: ChainFile): Run[] => [
  { text: path, code: true },
  ' ',
  { text: `sha256 ${sha256}`, code: true },
];

/** From the raw file of every wave to the estimates of every chapter: the files that lead to a number, each with its hash. */
export function provenanceSection(data: BookData, letter: string, lang: Language): Block {
  const zh = lang === 'zh';
  return {
    kind: 'section',
    id: 'provenance',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: zh ? '数据来源链' : 'Where the numbers come from' },
      {
        kind: 'paragraph',
        runs: [
          zh
            ? '每个数字都有编号。由编号可以追到其定义、轮次、权重、设计和样本量，再经各阶段的清单追到原始文件：'
            : 'Every number has an id. It leads to the definition, the wave, the weight, the design and the sample size, and by the manifest of each stage to the raw file:',
          ' ',
          { text: 'wavebook trace ID', code: true },
          zh
            ? '。每份清单列出其输入文件的哈希值，因此下列文件首尾相接。'
            : '. Each manifest lists the hashes of what it read, so the files below form a chain.',
        ],
      },
      { kind: 'heading', level: 3, text: zh ? '原始文件' : 'Raw files' },
      {
        kind: 'definitions',
        entries: data.waves.map(({ wave, rawFiles }) => ({
          id: chainAnchor(wave.instrument, wave.wave),
          term: [wave.title[lang]],
          text: rawFiles.flatMap((file, i) => [...(i > 0 ? [zh ? '；' : '; '] : []), ...fileRuns(file)]),
        })),
      },
      { kind: 'heading', level: 3, text: zh ? '各阶段的清单' : 'Manifests of the stages' },
      {
        kind: 'list',
        items: [...data.manifests, ...data.chapters.flatMap(({ manifests }) => manifests)].map(fileRuns),
      },
    ],
  };
}
