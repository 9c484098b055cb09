/** Names of the columns that hold an estimate. */
export interface EstimateFields {
  category: string;
  estimate: string;
  low: string;
  high: string;
  /**
   * A sign beside the estimate such as `†`, empty for most rows. On a row without an estimate it stands in its
   * place: `× n < 30`.
   */
  mark?: string;
}

/** A field name goes into expressions, so it must be a plain name. */
export function checkFields(caller: string, fields: Record<string, string | undefined>): void {
  for (const [role, name] of Object.entries(fields)) {
    if (name !== undefined && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
      throw new Error(
        `${caller}: fields.${role} must be a column name of letters, digits and _; got ${JSON.stringify(name)}`,
      );
    }
  }
}

export function checkDistinct(caller: string, option: string, values: readonly string[]): void {
  if (values.length === 0) throw new Error(`${caller}: ${option} must name at least one value; got none`);
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) {
    throw new Error(
      `${caller}: ${option} must name each value once; ${JSON.stringify(repeated)} occurs twice`,
    );
  }
}
