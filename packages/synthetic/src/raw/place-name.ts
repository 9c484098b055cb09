import { cutToBytes } from './gb18030.ts';

const PLACE_BYTES = 20;

/** A place name as old files hold it: cut at 20 bytes, ten Chinese characters. */
export const cutPlaceName = (name: string): string => cutToBytes(name, PLACE_BYTES);
