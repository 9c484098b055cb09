import type { EstimateFields } from './estimate-fields.ts';

/** Rows with an estimate. */
export const hasEstimate = ({ estimate }: EstimateFields) => ({ field: estimate, valid: true });

export const hasInterval = ({ low, high }: EstimateFields) => ({
  and: [
    { field: low, valid: true },
    { field: high, valid: true },
  ],
});

/** Rows with a mark: `> ''` is true of a text that is not empty, and of neither null nor a column left out. */
export const hasMark = (mark: string) => ({ field: mark, gt: '' });

/** Rows whose estimate is withheld: a mark stands in its place. */
export const isWithheld = (fields: EstimateFields, mark: string) => ({
  and: [{ not: hasEstimate(fields) }, hasMark(mark)],
});

/**
 * Rows whose field holds one of the texts. Vega fails at a text in an expression that is the name of a method of every
 * object, such as `constructor`; a sign before each text prevents it.
 */
export const isOneOf = (field: string, texts: readonly string[]) =>
  `indexof(${JSON.stringify(texts.map((text) => `=${text}`))}, '=' + datum[${JSON.stringify(field)}]) !== -1`;

/**
 * A transform that gives each category a key to group by. Vega keeps groups in plain objects and fails at a category that
 * is the name of a method of every object; a sign before it prevents that.
 */
export const groupKey = (field: string) => ({
  calculate: `'=' + datum[${JSON.stringify(field)}]`,
  as: 'group_key',
});
