import type { Language } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { countInWords, plainFigure } from '../../words/number.ts';
import type { QualityWave } from '../book-data.ts';
import { capitalised } from '../in-both.ts';
import { mostUnanswered } from './missing-tables.ts';
import { issueNamed, variableLabel, waveName } from './names.ts';
import type { Comparison } from './published-comparisons.ts';
import { mayShowIssues, mayShowRead } from './records-shown.ts';
import { isFew } from './shown-cells.ts';

const percent = (share: number): string => `${plainFigure(share, 'share')}%`;

const inWords = (count: number, lang: Language): string =>
  isFew(count) ? (lang === 'zh' ? '不足10' : 'fewer than ten') : countInWords(count);

/** From so much more than expected on, round numbers are worth a word. */
const notableHeaping = 1.5;

function records(own: QualityWave, lang: Language): string {
  const { wave, quality } = own;
  const [read, kept] = [countInWords(wave.rows_in), countInWords(wave.rows_out)];
  const share = wave.rows_in > 0 ? percent(wave.rows_out / wave.rows_in) : '';
  const why = (quality?.removed ?? []).map(({ code }) => issueNamed(code, wave.instrument)[lang]);
  const left = wave.rows_in - wave.rows_out;
  const out = inWords(left, lang);
  if (!mayShowRead(own)) {
    if (lang === 'zh')
      return `保留${kept}条记录，${isFew(left) ? `剔除${out}条` : '有剔除'}：${why.join('、')}`;
    return `${kept} records kept, ${isFew(left) ? `${out} left out` : 'others left out'}: ${why.join('; ')}`;
  }
  if (lang === 'zh')
    return `读入${read}条记录，保留${kept}条（${share}）${why.length > 0 ? `，剔除${out}条：${why.join('、')}` : ''}`;
  return `${read} records read, ${kept} kept (${share})${why.length > 0 ? `, ${out} left out: ${why.join('; ')}` : ''}`;
}

function layout(own: QualityWave, lang: Language): string {
  const { quality } = own;
  if (!quality) return '';
  const { codebook, score, next, next_score: nextScore, warnings } = quality.layout;
  // that warning gives the number of records read
  const otherRows = {
    zh: `行数与${codebook}的全国文件不同`,
    en: `the number of rows is not that of the national file of ${codebook}`,
  };
  const warned = warnings.map(({ code, message }) =>
    (code === 'rows_differ' && !mayShowRead(own) ? otherRows : message)[lang].replace(/[。.]$/, ''),
  );
  const nearest =
    next === null || nextScore === null
      ? ''
      : lang === 'zh'
        ? `，次近${next}为${percent(nextScore)}`
        : ` (the next, ${next}, ${percent(nextScore)})`;
  const said =
    lang === 'zh'
      ? `版式与${codebook}相符${percent(score)}${nearest}`
      : `the layout matches ${codebook} by ${percent(score)}${nearest}`;
  return [said, ...warned].join(lang === 'zh' ? '；' : '; ');
}

function issues(own: QualityWave, lang: Language): string {
  const { wave, quality } = own;
  const found = Object.values(wave.issues).reduce((a, b) => a + b, 0);
  const broken = (quality?.rules ?? []).filter(({ count }) => count > 0).length;
  const rules = quality?.rules.length ?? 0;
  if (found === 0) return lang === 'zh' ? '未发现问题' : 'nothing was found wrong';
  const all = mayShowIssues(own) ? inWords(found, lang) : undefined;
  return lang === 'zh'
    ? `${rules}条规则中${broken}条有违反${all ? `，共${all}处` : ''}`
    : `${broken} of ${rules} rules were broken${all ? `, ${all} times in all` : ''}`;
}

/** How numbers are written where not plainly, by form: in how many columns and cells. */
function numberForms({ wave, quality }: QualityWave, lang: Language): string {
  const words = {
    full_width: { zh: '数字为全角，按数值读入', en: 'full-width digits are read as numbers' },
    thousands: { zh: '数字带千位逗号，按数值读入', en: 'commas between thousands are read as such' },
    decimal_comma: {
      zh: '的逗号可能是小数点，未读入',
      en: 'numbers with a comma that may be a decimal mark are not read',
    },
  };
  const parts = (['full_width', 'thousands', 'decimal_comma'] as const).flatMap((form) => {
    const own = (quality?.number_forms ?? []).filter((count) => count.form === form);
    if (own.length === 0) return [];
    const cells = own.reduce((sum, { count }) => sum + count, 0);
    const tellsOthers = form === 'decimal_comma' && isFew((wave.issues.not_a_number ?? 0) - cells);
    const shown = tellsOthers ? undefined : inWords(cells, lang);
    if (lang === 'zh') return [`${own.length}列${shown ? `有${shown}格` : ''}${words[form].zh}`];
    const columns = own.length === 1 ? 'one column' : `${own.length} columns`;
    return [`${words[form].en} in ${columns}${shown ? ` (${shown} cells)` : ''}`];
  });
  return parts.join(lang === 'zh' ? '；' : '; ');
}

function unanswered(wave: QualityWave, lang: Language): string {
  const most = mostUnanswered(wave);
  if (!most) return '';
  const name = most.label[lang];
  return lang === 'zh'
    ? `缺答最多的是${name}（${percent(most.share)}）`
    : `most often unanswered: ${name.toLowerCase()} (${percent(most.share)} of those asked)`;
}

function heaping({ wave, quality }: QualityWave, lang: Language): string {
  const [most] = (quality?.heaping ?? [])
    .filter((h) => h.province === null && h.n >= 100 && h.index >= notableHeaping)
    .sort((a, b) => b.index - a.index);
  if (!most) return '';
  const name = variableLabel(most.variable, wave.instrument)[lang];
  const times = most.index.toFixed(1);
  return lang === 'zh'
    ? `${name}取整最甚，为应有比例的${times}倍`
    : `most rounded: ${name}, ${times} times as often as expected`;
}

function clusters({ quality }: QualityWave, lang: Language): string {
  const funnels = quality?.clusters ?? [];
  if (funnels.length === 0) return '';
  const outside = funnels.reduce((sum, { above, below }) => sum + above + below, 0);
  if (lang === 'zh') return outside === 0 ? '没有样本群超出漏斗界限' : `${outside}处样本群超出漏斗界限`;
  return outside === 0
    ? 'no cluster lies outside its funnel'
    : `${outside} ${outside === 1 ? 'cluster lies' : 'clusters lie'} outside the funnels`;
}

function published(compared: readonly Comparison[], lang: Language): string {
  const judged = compared.filter(({ agrees }) => agrees !== undefined);
  if (judged.length === 0) return '';
  const agreed = judged.filter(({ agrees }) => agrees).length;
  return lang === 'zh'
    ? `同年公布数字${judged.length}项中，${agreed}项在本轮95%置信区间之内`
    : `${agreed} of ${judged.length} figures published for the year lie within our 95% intervals`;
}

/** What there is to know of a wave's data in a few sentences. */
export function waveSentences(wave: QualityWave, compared: readonly Comparison[], lang: Language): Run[] {
  const parts = [
    ...[records, layout, issues, numberForms, unanswered, heaping, clusters].map((part) => part(wave, lang)),
    published(compared, lang),
  ].filter((part) => part !== '');
  const text = lang === 'zh' ? `${parts.join('；')}。` : `${parts.map(capitalised).join('. ')}.`;
  return [{ text: waveName(wave.wave)[lang], bold: true }, lang === 'zh' ? `：${text}` : `. ${text}`];
}
