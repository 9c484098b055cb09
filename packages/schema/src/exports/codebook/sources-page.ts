import { sourceLabel, sources } from '../../codebooks/sources.ts';
import { both, code, heading, page } from './html.ts';

/** What stands behind each source key. */
export function sourcesPage(): string {
  const entry = (key: string): string => {
    const label = sourceLabel(key);
    return `<dt id=${key}>${code(key)}<dd>${label ? both(label) : ''}`;
  };
  const body = [
    '<h1>来源</h1><p lang=en>Sources of the codebooks</p>',
    heading('来源键', 'Source keys'),
    `<dl>${[...Object.keys(sources), 'R'].map(entry).join('')}</dl>`,
  ];
  return page({ title: '来源 Sources', depth: 0, body: body.join('\n') });
}
