import type { Language, ManifestWave } from '@wavebook/schema';
import { shownText } from '../shown-text.ts';

/** The titles of waves as a picture names its source: without marks that draw nothing, which no font has. */
export const waveSource = (waves: readonly Pick<ManifestWave, 'title'>[], lang: Language): string =>
  [...new Set(waves.map(({ title }) => shownText(title[lang]).replaceAll(/\p{Cf}/gu, '')))].join(
    lang === 'zh' ? '；' : '; ',
  );
