import { codeLists, type Variable } from '@wavebook/schema';
import type { KnownColumns } from './known-columns.ts';
import { otherAnswers } from './other-words.ts';
import { bare, likeness } from './text-likeness.ts';

const alikeFrom = 0.6;

/** The texts that stand for each code of a variable: labels of its list and what known layouts write. */
function answerWords(variable: Variable, known: KnownColumns): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const { code, label } of codeLists[variable.codes ?? '']?.codes ?? [])
    words.set(code, [label.zh, label.en, ...(otherAnswers[variable.codes ?? '']?.[code] ?? [])].map(bare));
  for (const { mapping } of known.byVariable.get(variable.name) ?? [])
    for (const [text, code] of Object.entries(mapping.texts ?? {})) words.get(code)?.push(bare(text));
  return words;
}

function nearestCode(text: string, words: ReadonlyMap<string, readonly string[]>): string | undefined {
  const wanted = bare(text.replace(/^\s*\d+\s*[.、．)）:：]\s*/, ''));
  if (wanted === '') return undefined;
  const alike = [...words]
    .map(([code, texts]) => ({ code, alike: Math.max(...texts.map((t) => likeness(wanted, t))) }))
    .sort((a, b) => b.alike - a.alike);
  const [best, next] = alike;
  if (!best || best.alike < alikeFrom) return undefined;
  return best.alike === 1 || best.alike - (next?.alike ?? 0) >= 0.1 ? best.code : undefined;
}

interface Reader {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly found: Map<string, string | undefined>;
}
const readers = new WeakMap<KnownColumns, Map<string, Reader>>();

function readerOf(variable: Variable, known: KnownColumns): Reader {
  const ofKnown = readers.get(known) ?? new Map<string, Reader>();
  readers.set(known, ofKnown);
  const reader = ofKnown.get(variable.name) ?? { words: answerWords(variable, known), found: new Map() };
  ofKnown.set(variable.name, reader);
  return reader;
}

/** The code that an answer's text stands for: the same text, else the one text that is clearly most alike; undefined if there is none. */
export function codeOfAnswer(text: string, variable: Variable, known: KnownColumns): string | undefined {
  const { words, found } = readerOf(variable, known);
  if (!found.has(text)) found.set(text, nearestCode(text, words));
  return found.get(text);
}
