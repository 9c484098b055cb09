import type { AskedWithoutName, Codebook, Mapping } from '../codebook.ts';
import type { Confidence } from '../confidence.ts';
import type { Label } from '../label.ts';

type Told = Omit<Mapping, 'variable' | 'raw' | 'read' | 'confidence'> & { read?: Mapping['read'] };

const column =
  (confidence: Confidence) =>
  (variable: string, raw: string, { read, ...told }: Told): Mapping => ({
    variable,
    raw,
    read: read ?? (told.codes === undefined ? 'number' : 'code'),
    confidence,
    ...told,
  });

/** A column whose name was read in a script that ran on the real file. */
export const verified = column('verified');
/** A column whose name is a reading of sourced evidence. */
export const inferred = column('inferred');
/** A column whose name is general knowledge, read in no source. */
export const recalled = column('recalled');

/** Said of an absence that rests on another wave's evidence alone. */
export const askedElsewhere: Label = {
  zh: '来源只说明该题在别的年份出现；本轮未设此题是推测，见到真实文件时先查',
  en: 'the source shows the question in another wave only; that this wave lacks it is assumed: check it first on the real file',
};

/** Variables that the wave asked under names that no source gives. */
export const asked = (
  confidence: Confidence,
  source: string,
  variables: readonly string[],
): AskedWithoutName[] => variables.map((variable) => ({ variable, confidence, source }));

/** Variables that the wave did not ask, or whose column its file lacks. */
export const absent = (
  confidence: Confidence,
  source: string,
  variables: readonly string[],
): Codebook['not_asked'] => variables.map((variable) => ({ variable, confidence, source }));

/** How sure month of interview, age window and number of rows are; each as confidence and source. */
export const evidence = (
  interview: readonly [Confidence, string],
  ageWindow: readonly [Confidence, string],
  usualRows: readonly [Confidence, string],
): NonNullable<Codebook['evidence']> => {
  const of = ([confidence, source]: readonly [Confidence, string]) => ({ confidence, source });
  return { interview: of(interview), age_window: of(ageWindow), usual_rows: of(usualRows) };
};

export const note = (zh: string, en: string): Label => ({ zh, en });

/** Remarks that stand in several waves. */
export const notes = {
  locationCode: note(
    '访问编码，前四位为地级市；是否每人唯一未见说明。',
    'Interview code whose first four digits are the prefecture; no source says that it is unique.',
  ),
  yearly: note(
    '元/年；其他家庭收支为元/月。',
    'Yuan a year; the other amounts of the household are by month.',
  ),
  reversed: note('反向题：同意表示融合较低。', 'Reversed: agreement means less integration.'),
  itemOrder: note(
    '这组列名已核实；字母与题目的对应为回忆。',
    'The names of the battery were seen; which letter is which topic is recalled.',
  ),
  nameFromGuess: note(
    '只见于把不存在的列填为缺失的脚本，列名可能是猜测。',
    'Seen only in a script that fills absent columns as missing; the name may be a guess.',
  ),
  partOfHours: note(
    '与另一列相乘，作为周工时读取。',
    'Read only as hours a week, multiplied by the other column.',
  ),
  maritalCodes: note(
    '编码1-5见于2015年脚本，6见于频数核查；本轮沿用为推断。',
    'Codes 1 to 5 were seen in a script for 2015 and 6 in an audit of counts; that they hold in this wave is inferred.',
  ),
  rangeFour: note(
    '编码1-3已核实；4（未流动）只见于2011年。',
    'Codes 1 to 3 were seen; 4 (not migrating) was seen in 2011 only.',
  ),
  codesNotSeen: note('编码含义未见。', 'What its codes mean was not seen.'),
  formNotSeen: note(
    '单元格写法未见，因此不读取。',
    'How its cells are written was not seen, so it is not read.',
  ),
  seenIn2017Layout: note(
    '只见于文件名为2018、版式为2017年的文件。',
    'Seen only in a file named 2018 that has the layout of 2017.',
  ),
} as const;
