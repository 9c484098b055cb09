/** The text of some bytes of a file. */
export type CellText = (bytes: Buffer, start: number, end: number) => string;

export const utf8Text: CellText = (bytes, start, end) => bytes.toString('utf8', start, end);

const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

/** @throws TypeError for bytes that are not GB18030. */
export const gb18030Text: CellText = (bytes, start, end) => {
  for (let at = start; at < end; at++)
    if ((bytes[at] as number) > 0x7f) return gb18030.decode(bytes.subarray(start, end));
  return bytes.toString('latin1', start, end);
};
