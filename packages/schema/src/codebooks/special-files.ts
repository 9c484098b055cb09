import type { Confidence } from '../confidence.ts';
import type { Label } from '../label.ts';

/** A file that goes under the name of a wave and is not its national individual file. `rows` is null where no source counts them. */
export interface SpecialFile {
  readonly id: string;
  readonly wave: string;
  readonly label: Label;
  readonly rows: number | null;
  readonly confidence: Confidence;
  readonly source: string;
  readonly note?: Label;
}

const file = (
  [id, wave]: readonly [string, string],
  [zh, en, rows]: readonly [string, string, number | null],
  more: Omit<SpecialFile, 'id' | 'wave' | 'label' | 'rows'>,
): SpecialFile => ({ id, wave, label: { zh, en }, rows, ...more });

/** Special samples and mislabelled copies, by which a file can be told from the national file of its year. */
export const specialFiles: readonly SpecialFile[] = [
  file(['2009-copy', '2009'], ['2009年试点的一份本地文件', 'A local copy of the pilot of 2009', 87_084], {
    confidence: 'verified',
    source: 'S1',
    note: {
      zh: '目录称5个城市、47,000人；两者不一致，原因未明。',
      en: 'The catalogue says 5 cities and 47,000 people; why the two differ is not known.',
    },
  }),
  file(
    ['2010-6-cities-migrants', '2010'],
    ['6城市专题：流动人口', 'Special sample of 6 cities: migrants', 8_200],
    {
      confidence: 'verified',
      source: 'S1,S9',
    },
  ),
  file(
    ['2010-6-cities-residents', '2010'],
    ['6城市专题：本地居民', 'Special sample of 6 cities: local residents', 8_200],
    { confidence: 'verified', source: 'S1,S9' },
  ),
  file(
    ['2013-8-cities', '2013'],
    ['8城市社会融合专题', 'Special sample on social integration in 8 cities', null],
    { confidence: 'verified', source: 'S9' },
  ),
  file(
    ['2014-8-cities', '2014'],
    ['8城市社会融合专题', 'Special sample on social integration in 8 cities', 16_024],
    {
      confidence: 'inferred',
      source: 'S1',
      note: {
        zh: '流传的一份16,024行“2014”文件；它是这一专题为推断。',
        en: 'A “2014” file of this size circulates; that it is this sample is inferred.',
      },
    },
  ),
  file(
    ['2014-sending-areas', '2014'],
    ['6省市流出地专题', 'Special sample of sending areas, 6 provinces', null],
    {
      confidence: 'verified',
      source: 'S9',
    },
  ),
  file(['2015-elderly', '2015'], ['流动老人专题', 'Special sample of elderly migrants', null], {
    confidence: 'verified',
    source: 'S1,S12',
  }),
  file(['2015-sending-areas', '2015'], ['流出地专题', 'Special sample of sending areas', null], {
    confidence: 'verified',
    source: 'S1,S12',
  }),
  file(['2016-health-literacy', '2016'], ['健康素养专题', 'Special sample on health literacy', null], {
    confidence: 'verified',
    source: 'S9',
  }),
  file(
    ['2017-8-cities-migrants', '2017'],
    ['8城市重点疾病专题（D）：流动人口', 'Special sample D of 8 cities: migrants', 13_998],
    { confidence: 'verified', source: 'S1,S11' },
  ),
  file(
    ['2017-8-cities-residents', '2017'],
    ['8城市重点疾病专题（D）：本地居民', 'Special sample D of 8 cities: local residents', 14_000],
    { confidence: 'verified', source: 'S1,S11' },
  ),
  file(
    ['2018-in-layout-of-2017', '2018'],
    ['文件名为2018、版式为2017年的文件', 'A file named 2018 with the layout of 2017', null],
    { confidence: 'inferred', source: 'S4' },
  ),
];
