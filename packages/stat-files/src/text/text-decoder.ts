import { StatFileError } from '../stat-file-error.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/** Where a text stands, worked out only when a message needs it. */
export interface TextPlace {
  readonly file: string;
  readonly offset: number;
  /** what it is: `the label of variable q101` */
  readonly what: string;
}

/** Decodes the text of one file. */
export class FileText {
  readonly encoding: string;
  private readonly strict: Decoder;
  private readonly lenient: Decoder | undefined;

  constructor(encoding: string, invalidText: 'fail' | 'replace' = 'fail') {
    this.encoding = encoding;
    this.strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.lenient = invalidText === 'replace' ? new TextDecoder(encoding, { ignoreBOM: true }) : undefined;
  }

  /**
   * The text of some bytes. A character that the end of a fixed field cut in half is dropped; any other bytes that are no text throw a
   * `StatFileError`, or are replaced where that was asked for.
   */
  decode(bytes: Uint8Array, place: () => TextPlace): string {
    const whole = decodeWhole(this.strict, bytes);
    if (whole !== undefined) return whole;
    const cut = decodeCut(this.strict, bytes);
    if (cut !== undefined) return cut;
    if (this.lenient) return this.lenient.decode(bytes);
    const { file, offset, what } = place();
    throw new StatFileError(
      { file, offset },
      `${what} in ${this.encoding}`,
      `${shown(bytes)}; give the right encoding, or invalidText: 'replace'`,
    );
  }

  /** The text of many pieces that stand one after the other in `pool`; piece i ends at `ends[i]`. */
  decodeAll(
    pool: Uint8Array,
    ends: ArrayLike<number>,
    count: number,
    place: (piece: number) => TextPlace,
  ): string[] {
    const length = count === 0 ? 0 : (ends[count - 1] as number);
    const ascii = isAscii(pool, length) ? this.strict.decode(pool.subarray(0, length)) : undefined;
    const texts: string[] = new Array(count);
    let start = 0;
    for (let piece = 0; piece < count; piece++) {
      const end = ends[piece] as number;
      texts[piece] = ascii?.slice(start, end) ?? this.decode(pool.subarray(start, end), () => place(piece));
      start = end;
    }
    return texts;
  }
}

/** The text, or undefined if the bytes are not of the decoder's encoding. */
export function decodeWhole(decoder: Decoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text without a last character of which up to three bytes are there and the rest was cut off. */
export function decodeCut(decoder: Decoder, bytes: Uint8Array): string | undefined {
  const good = new TextDecoder(decoder.encoding, { fatal: true, ignoreBOM: true });
  try {
    return good.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

export function isAscii(bytes: Uint8Array, length = bytes.length): boolean {
  for (let i = 0; i < length; i++) if ((bytes[i] as number) > 0x7f) return false;
  return true;
}

const shown = (bytes: Uint8Array): string => {
  const first = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `bytes ${first.join(' ')}${bytes.length > 16 ? ' …' : ''}`;
};
