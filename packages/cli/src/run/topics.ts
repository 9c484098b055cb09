import { UsageError } from '../usage-error.ts';

/** The topics that have charts, as the task graph in `turbo.json` names them. */
export function topicsOf(turboJson: string): string[] {
  const names = [...turboJson.matchAll(/"@wavebook\/([a-z0-9-]+)#data:chart"\s*:/g)].map(
    ([, topic]) => topic ?? '',
  );
  return [...new Set(names)].sort();
}

/**
 * The words for turbo that run the pipeline: the whole book, or one topic's charts with all that they hang on.
 *
 * @throws UsageError naming the topics, if there is none of that name.
 * @example turboWords('insurance', ['employment', 'insurance']) // ['run', 'data:chart', '--filter=@wavebook/insurance']
 */
export function turboWords(topic: string | undefined, topics: readonly string[]): string[] {
  if (topic === undefined) return ['run', 'data:book'];
  if (!topics.includes(topic)) {
    throw new UsageError(`--topic: expected one of ${topics.join(', ')}; got "${topic}"`);
  }
  return ['run', 'data:chart', `--filter=@wavebook/${topic}`];
}
