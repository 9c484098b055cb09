/** Bytes from numbers and texts, as a file is written down on paper. */
const bytesOf = (...parts: (number | string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string'
        ? [...new TextEncoder().encode(part)]
        : typeof part === 'number'
          ? [part]
          : [...part],
    ),
  );

/** A text in a field filled up with NUL. */
const field = (text: string, width: number): number[] => {
  const bytes = [...new TextEncoder().encode(text)];
  return [...bytes, ...new Array<number>(width - bytes.length).fill(0)];
};

export const int16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const int32 = (value: number): number[] => [...int16(value), ...int16(value >> 16)];

export interface OldFile {
  readonly rows?: number;
  readonly type?: number;
  readonly data?: readonly number[];
  readonly label?: string;
  readonly labelSet?: readonly number[];
  readonly name?: string;
}

/** A file of release 114 with one variable, by default of two bytes: 1 and `.a`. */
export const oldFile = ({
  rows = 2,
  type = 251,
  data = [1, 102],
  label = 'Sex',
  labelSet = [],
  name = 'sex',
}: OldFile = {}): Uint8Array =>
  bytesOf(
    [114, 2, 1, 0, ...int16(1), ...int32(rows)],
    field('a survey', 81),
    field('01 May 2017 08:30', 18),
    type,
    field(name, 33),
    [0, 0, 0, 0],
    field('%8.0g', 49),
    field('yesno', 33),
    field(label, 81),
    [0, 0, 0, 0, 0],
    data,
    labelSet,
  );

/** The set `yesno` with labels at given places of a text. */
export const labelSet = (labels: readonly [place: number, value: number][], text: string): number[] => {
  const bytes = [...new TextEncoder().encode(text)];
  return [
    ...int32(8 + 8 * labels.length + bytes.length),
    ...field('yesno', 33),
    ...[0, 0, 0],
    ...int32(labels.length),
    ...int32(bytes.length),
    ...labels.flatMap(([place]) => int32(place)),
    ...labels.flatMap(([, value]) => int32(value)),
    ...bytes,
  ];
};
