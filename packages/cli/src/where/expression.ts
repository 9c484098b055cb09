/** A column, or a literal, and where it stands in the expression. */
export type Operand =
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number };

export type Column = Extract<Operand, { kind: 'column' }>;
export type Literal = Exclude<Operand, { kind: 'column' }>;
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A parsed `--where`: data that `whereTruth` walks over, never code. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[] }
  | { readonly kind: 'not'; readonly term: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'in'; readonly column: Column; readonly values: readonly Literal[] }
  | { readonly kind: 'missing'; readonly column: Column };

/** A `--where` with its text, for messages. */
export interface Where {
  readonly source: string;
  readonly expression: Expression;
  readonly columns: readonly Column[];
}
