import { codeLists, type EstimateRow, type Label } from '@wavebook/schema';
import type { SurveyDesign } from '@wavebook/survey-stats';
import { surveyDesign } from '@wavebook/survey-stats';
import { numbersOf, type Table } from '@wavebook/tables';
import { numbersOr, texts } from '../survey/columns.ts';
import type { Round } from '../survey/round.ts';
import { everybody, groupsOf, indicatorOf, occurring, type Rows, type Source } from './source.ts';

/** Shares of the answers to a question, beside each other. */
interface AnswerShares {
  readonly label: Label;
  readonly of: string;
  readonly rows: readonly { readonly label: Label; readonly row: EstimateRow | undefined }[];
}

export interface Needs {
  readonly wanted: {
    readonly byIndustry: readonly TrainingRow[];
    readonly bySite: readonly TrainingRow[];
    readonly byTopic: readonly TopicRow[];
  };
  readonly answers: readonly AnswerShares[];
  readonly services: readonly AnswerShares[];
}

interface TrainingRow {
  readonly level: string;
  readonly had: EstimateRow | undefined;
  readonly wanted: EstimateRow | undefined;
  readonly gap: EstimateRow | undefined;
}

/** A topic of training: what workers had, what they want, what enterprises need. */
interface TopicRow {
  readonly label: Label;
  readonly had: EstimateRow | undefined;
  readonly wanted: EstimateRow | undefined;
  readonly needed: EstimateRow | undefined;
}

const codesOf = (list: string) => codeLists[list]?.codes ?? [];

function shares(source: Source, rows: Rows, variable: string, list: string, label: Label): AnswerShares {
  const { records } = source;
  const given = records.columns.has(variable) ? new Set(texts(records, variable)) : new Set<string>();
  const answers = codesOf(list).filter(({ code }) => given.has(code));
  const parts = answers.map(({ code }) => ({
    id: variable,
    unit: 'share',
    y: indicatorOf(records, variable, [code]),
    category: code,
  }));
  const found = rows.addParts(source, parts, everybody(records));
  return {
    label,
    of: variable,
    rows: answers.map(({ code, label: name }) => ({ label: name, row: found.get(code)?.get('all') })),
  };
}

/** The enterprises of a round, each for as many as it employs: a share is that of the staff of the enterprises that answer so. */
function staffSource(round: Round): Source {
  const { wave, units } = round;
  const [men, women] = ['staff_men', 'staff_women'].map((name) => numbersOr(units, name)) as [
    Float64Array,
    Float64Array,
  ];
  const weight = numbersOf(units, 'final_weight').map((value, row) => {
    const staff = (men[row] as number) + (women[row] as number);
    return Number.isNaN(staff) ? 0 : value * staff;
  });
  return {
    wave,
    records: units,
    design: surveyDesign({
      weight,
      strata: texts(units, 'stratum'),
      psu: texts(units, 'psu'),
      lonelyPsu: 'average',
    }),
  };
}

/** The vacancies of a round as a source: a post is of its enterprise, whose weight it has. */
function vacancySource({ wave, side, units, key }: Round): Source {
  const places = new Map(texts(units, key).map((id, row) => [id, row]));
  const rows = texts(side, key).map((id) => places.get(id) as number);
  const own = (name: string): string[] => {
    const column = texts(units, name);
    return rows.map((row) => column[row] as string);
  };
  const posts = numbersOf(side, 'vacancies');
  const weight = numbersOf(side, 'household_weight').map(
    (value, row) => value * (Number.isNaN(posts[row]) ? 0 : (posts[row] as number)),
  );
  const design: SurveyDesign = surveyDesign({
    weight,
    strata: own('stratum'),
    psu: own('psu'),
    lonelyPsu: 'average',
  });
  return { wave, records: side as Table, design };
}

const say = (zh: string, en: string): Label => ({ zh, en });
const noLabel = say('', '');

/** What the baseline says for planning: of workers, and of enterprises where they were surveyed. */
export function needsOf(workers: Source, enterprises: Round | undefined, rows: Rows): Needs {
  const { records } = workers;
  const had = indicatorOf(records, 'trained', ['yes']);
  const wants = indicatorOf(records, 'training_wanted', ['yes']);
  const both = wants.map((value, row) =>
    Number.isNaN(value) || Number.isNaN(had[row]) ? Number.NaN : value === 1 && had[row] === 0 ? 1 : 0,
  );
  const by = (variable: string, levels: readonly string[]): TrainingRow[] => {
    const groups = groupsOf(records, variable, levels);
    const add = (id: string, y: Float64Array) => rows.add(workers, { id, unit: 'share', y }, groups);
    const [one, two, three] = [
      add('trained_last_year', had),
      add('training_wanted', wants),
      add('training_wanted_not_had', both),
    ];
    return levels.map((level) => ({
      level,
      had: one?.get(level),
      wanted: two?.get(level),
      gap: three?.get(level),
    }));
  };
  const topics = (source: Source | undefined, variable: string) =>
    source &&
    new Map(
      shares(source, rows, variable, 'training_topic', noLabel).rows.map(({ label, row }) => [label, row]),
    );
  const posts = enterprises && vacancySource(enterprises);
  const firms = enterprises && staffSource(enterprises);
  const [hadTopics, wantedTopics, neededTopics] = [
    topics(workers, 'training_topic'),
    topics(workers, 'training_wanted_topic'),
    topics(firms, 'training_topic_needed'),
  ];
  return {
    wanted: {
      byIndustry: by('industry', occurring(records, 'industry', 'industry')),
      bySite: by('site_assigned', [...new Set(texts(records, 'site_assigned'))]),
      byTopic: codesOf('training_topic').map(({ label }) => ({
        label,
        had: hadTopics?.get(label),
        wanted: wantedTopics?.get(label),
        needed: neededTopics?.get(label),
      })),
    },
    answers: [
      shares(
        workers,
        rows,
        'job_channel',
        'job_channel',
        say('工人：找到工作的途径', 'Workers: how the job was found'),
      ),
      ...(firms
        ? [
            shares(
              firms,
              rows,
              'recruitment_channel',
              'job_channel',
              say('企业：主要招工途径（按职工人数）', 'Enterprises: main channel of recruitment (by staff)'),
            ),
          ]
        : []),
      ...(posts
        ? [
            shares(
              posts,
              rows,
              'occupation',
              'occupation',
              say('空缺岗位的职业（按岗位数）', 'Vacancies by occupation (by posts)'),
            ),
            shares(
              posts,
              rows,
              'obstacle',
              'recruitment_obstacle',
              say('岗位空缺的原因（按岗位数）', 'Why posts are not filled (by posts)'),
            ),
            shares(
              posts,
              rows,
              'education_required',
              'education',
              say('岗位要求的学历（按岗位数）', 'Education that posts require (by posts)'),
            ),
          ]
        : []),
      shares(workers, rows, 'education', 'education', say('工人的学历', 'Education that workers have')),
      shares(
        workers,
        rows,
        'start_up_obstacle',
        'start_up_obstacle',
        say('想创业者：最大困难', 'Those who wish to start a business: greatest obstacle'),
      ),
      shares(
        workers,
        rows,
        'work_injury_why_not',
        'reason_not_insured',
        say('未参加工伤保险的原因', 'Why not in work-injury insurance'),
      ),
      shares(
        workers,
        rows,
        'pension_why_not',
        'reason_not_insured',
        say('未参加养老保险的原因', 'Why not in pension insurance'),
      ),
      shares(
        workers,
        rows,
        'medical_why_not',
        'reason_not_insured',
        say('未参加医疗保险的原因', 'Why not in medical insurance'),
      ),
      shares(
        workers,
        rows,
        'service_why_not',
        'reason_not_reached',
        say('未获得服务的主要原因', 'Main reason why a service was not reached'),
      ),
    ],
    services: codesOf('public_health_service').map(({ code, label }) =>
      shares(workers, rows, `service_${code}`, 'service_use', label),
    ),
  };
}
