import { pick, type Random, type RandomSurvey, type Role, whole } from './random-survey.ts';

/** A random `--where`, and the same in R over the columns `v`. */
export function randomWhere(survey: RandomSurvey, random: Random, depth = 0): [ours: string, r: string] {
  const nameOf = (role: Role): string => `"${survey.columns[role].replaceAll('"', '""')}"`;
  const own = (role: Role): string => `v[["${role}"]]`;
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const operator = pick(random, ['==', '!=', '<', '<=', '>', '>=']);
  const someStratum = (): string => pick(random, survey.rows).h;
  switch (whole(random, 0, depth > 2 ? 4 : 7)) {
    case 0: {
      const number = pick(random, ['0', '-5', '12.5', '1e1', '.5']);
      return [`${nameOf('z')}${operator} ${number}`, `(number(${own('z')}) ${operator} ${number})`];
    }
    case 1: {
      const value = someStratum();
      return [`${nameOf('h')} != ${text(value)}`, `(${own('h')} != ${JSON.stringify(value)})`];
    }
    case 2: {
      const values = [...new Set([someStratum(), someStratum()])];
      const list = values.map((value) => JSON.stringify(value)).join(', ');
      return [`${nameOf('h')} not in (${values.map(text).join(', ')})`, `(!(${own('h')} %in% c(${list})))`];
    }
    case 3:
      return [`${nameOf('x')} is not missing`, `(!is.na(${own('x')}))`];
    case 4:
      return [
        `${nameOf('x')} ${operator} ${nameOf('z')}`,
        `(number(${own('x')}) ${operator} number(${own('z')}))`,
      ];
    case 5: {
      const [ours, r] = randomWhere(survey, random, depth + 1);
      return [`not (${ours})`, `(!${r})`];
    }
    case 6: {
      const [[a, ra], [b, rb]] = [
        randomWhere(survey, random, depth + 1),
        randomWhere(survey, random, depth + 1),
      ];
      return [`(${a}) and (${b})`, `(${ra} & ${rb})`];
    }
    default: {
      const [[a, ra], [b, rb]] = [
        randomWhere(survey, random, depth + 1),
        randomWhere(survey, random, depth + 1),
      ];
      return [`(${a} || ${b})`, `(${ra} | ${rb})`];
    }
  }
}
