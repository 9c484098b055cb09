import {
  type Instrument,
  type Label,
  type MeasurableIndicator,
  memberVariables,
  respondentVariables,
} from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { indicatorAvailability } from '@wavebook/schema/indicators';
import { instruments } from '@wavebook/schema/instruments';
import { inBoth, listed } from './in-both.ts';

const named = (variable: string): Label => {
  const isMember = variable.startsWith('member ');
  const list = isMember ? memberVariables : respondentVariables;
  const name = isMember ? variable.slice('member '.length) : variable;
  return list.find((v) => v.name === name)?.label ?? { zh: name, en: name };
};

const instrumentNames = (ids: readonly Instrument[]): Label =>
  inBoth((lang) =>
    listed(
      ids.map((id) => instruments[id].label[lang]),
      lang,
    ),
  );

/** Why an indicator that a survey could measure has no estimate in the chapters: another instrument asks it, or no wave’s file is known to have it. */
export function whyNotEstimated(definition: MeasurableIndicator): Label {
  if (definition.topic === 'programme' || !definition.instruments.includes('monitoring')) {
    const by = instrumentNames(definition.instruments);
    return { zh: `由${by.zh}测量，见项目部分`, en: `measured by ${by.en}; see the programme’s pages` };
  }
  const found = indicatorAvailability(definition, Object.values(codebooks)).filter(
    ({ instrument }) => instrument === 'monitoring',
  );
  const lacking = [...new Set(found.flatMap((availability) => availability.lacking))].map(named);
  const names = inBoth((lang) =>
    listed(
      lacking.map((label) => label[lang]),
      lang,
    ),
  );
  if (found.every(({ state }) => state === 'not_asked'))
    return { zh: `各轮均未设题：${names.zh}`, en: `no wave asked: ${names.en}` };
  return {
    zh: `问卷有此题，但没有来源给出其变量名或编码，现有各轮文件中无法识别：${names.zh}`,
    en: `the questionnaire has it, but no source gives its column or codes in the files of these waves: ${names.en}`,
  };
}
