import { primaryLanguage } from './language.ts';
import { tokensOf } from './tokens.ts';

/** Words that tell a topic: language → topic key → words and phrases. */
export type TopicWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Text = { readonly title: string; readonly lead: string; readonly language: string };

export type FindTopics = (text: Text, sourceTopics: readonly string[], categories: readonly string[]) => string[];

/**
 * Makes the function that says what an article is about: the topics of its source where that has one subject, else
 * those whose telling words it holds (in the title they count three times), the feed's own categories included.
 *
 * @returns at most two topic keys, the surest first; empty when nothing tells
 */
export function createFindTopics(words: TopicWords): FindTopics {
  const indexes = new Map(Object.entries(words).map(([language, byTopic]) => [language, indexOf(byTopic)]));
  return (text, sourceTopics, categories) => {
    const index = indexes.get(primaryLanguage(text.language));
    const scores = new Map<string, number>();
    const add = (topic: string, points: number) => scores.set(topic, (scores.get(topic) ?? 0) + points);
    for (const topic of sourceTopics) add(topic, 4);
    if (index) {
      for (const topic of hits(text.title, index)) add(topic, 3);
      for (const topic of hits(categories.join('. '), index)) add(topic, 2);
      for (const topic of hits(text.lead, index)) add(topic, 1);
    }
    const ranked = [...scores].sort(([, a], [, b]) => b - a);
    const best = ranked[0]?.[1] ?? 0;
    return ranked
      .filter(([, score]) => score >= 2 && score >= best * 0.6)
      .slice(0, 2)
      .map(([topic]) => topic);
  };
}

/** First token of a phrase → the phrases that begin with it, as token text, and their topic. */
type Index = ReadonlyMap<string, readonly { readonly tokens: readonly string[]; readonly topic: string }[]>;

function indexOf(byTopic: Readonly<Record<string, readonly string[]>>): Index {
  const index = new Map<string, { tokens: string[]; topic: string }[]>();
  for (const [topic, phrases] of Object.entries(byTopic)) {
    for (const phrase of phrases) {
      const tokens = tokensOf(phrase);
      const first = tokens[0];
      if (first) index.set(first, [...(index.get(first) ?? []), { tokens, topic }]);
    }
  }
  return index;
}

/** The topic of each phrase found, once a phrase. */
function hits(text: string, index: Index): string[] {
  const tokens = tokensOf(text);
  const found = new Map<string, string>();
  for (const [position, token] of tokens.entries()) {
    for (const phrase of index.get(token) ?? []) {
      const stands = phrase.tokens.every((part, offset) => tokens[position + offset] === part);
      if (stands) found.set(`${phrase.topic} ${phrase.tokens.join(' ')}`, phrase.topic);
    }
  }
  return [...found.values()];
}
