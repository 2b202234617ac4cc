import { primaryLanguage } from './language.ts';
import { tokensOf } from './tokens.ts';
import { topicFeaturesOf } from './topicFeatures.ts';
import type { TopicModel } from './topicModel.ts';

/** Words that tell a topic: language → topic key → words and phrases. */
export type TopicWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Words that tell what is no news: language → words and phrases. */
export type NoNewsWords = Readonly<Record<string, readonly string[]>>;

export type SubjectText = { readonly title: string; readonly lead: string; readonly language: string };

/** What an article is about. */
type Subject = {
  /** At most two topic keys, the surest first; empty when nothing tells. */
  readonly topics: readonly string[];
  /** False for forecasts, horoscopes, lotteries, adverts, puzzles and the like. */
  readonly isNews: boolean;
};

export type FindSubject = (
  text: SubjectText,
  sourceTopics: readonly string[],
  categories: readonly string[],
) => Subject;

/** What the topic model calls what is no news, beside the keys of the topics. */
export const noNews = 'none';

/** How many points a topic needs, and against the best. A telling word in the title gives three. */
const fewestPoints = 2;
const shareOfBest = 0.6;
const sourcePoints = 4;
const labelPoints = 4;
const titlePoints = 3;
const categoryPoints = 2;
const leadPoints = 1;
/** What a topic gets of which the model is certain, once it has read much in the language. */
const modelPoints = 6;
/** From as many examples in a language, its word counts half. */
const halfTrust = 300;
const sureOfNoNews = 0.95;

/**
 * Makes the function that says what an article is about: by the one subject of its source, by the feed's own categories,
 * by telling words, and by what the model has learned. The less that has read in a language, the more the words count.
 *
 * @param words.topicNames  what the topics are called, in every language: topic key → names
 */
export function createFindSubject(words: {
  readonly topicWords: TopicWords;
  readonly noNewsWords: NoNewsWords;
  readonly topicNames?: Readonly<Record<string, readonly string[]>>;
  readonly model?: TopicModel;
}): FindSubject {
  const indexes = new Map(Object.entries(words.topicWords).map(([language, byTopic]) => [language, indexOf(byTopic)]));
  const names = new Map(
    Object.entries(words.topicNames ?? {}).flatMap(([topic, names]) => names.map((name) => [labelOf(name), topic])),
  );
  const isNoNews = createIsNoNews(words.noNewsWords);
  return (text, sourceTopics, categories) => {
    const scores = new Map<string, number>();
    const add = (topic: string, points: number) => scores.set(topic, (scores.get(topic) ?? 0) + points);
    const index = indexes.get(primaryLanguage(text.language));
    const inTitle = index ? hits(text.title, index) : [];
    if (isNoNews(text, categories) && inTitle.every((topic) => topic === 'weather'))
      return { topics: [], isNews: false };
    for (const topic of sourceTopics) add(topic, sourcePoints);
    for (const category of new Set(categories.map(labelOf))) {
      const topic = names.get(category);
      if (topic) add(topic, labelPoints);
    }
    for (const topic of inTitle) add(topic, titlePoints);
    if (index) {
      for (const topic of hits(categories.join('. '), index)) add(topic, categoryPoints);
      for (const topic of hits(text.lead, index)) add(topic, leadPoints);
    }
    const { trust, probabilities } = judge(text, words.model);
    if (trust >= 0.5 && (probabilities.get(noNews) ?? 0) >= sureOfNoNews) return { topics: [], isNews: false };
    for (const [topic, probability] of probabilities)
      if (topic !== noNews) add(topic, modelPoints * trust * probability);
    return { topics: best(scores), isNews: true };
  };
}

/** Makes the function that knows what is no news by its title or its categories. */
export function createIsNoNews(words: NoNewsWords): (text: SubjectText, categories: readonly string[]) => boolean {
  const indexes = new Map(Object.entries(words).map(([language, list]) => [language, indexOf({ [noNews]: list })]));
  return (text, categories) => {
    const index = indexes.get(primaryLanguage(text.language));
    return index !== undefined && [text.title, ...categories].some((line) => hits(line, index).length > 0);
  };
}

/** What the model says of a text, and how far it can be trusted in its language, from 0 to 1. */
function judge(text: SubjectText, model?: TopicModel): { trust: number; probabilities: ReadonlyMap<string, number> } {
  const examples = model?.examplesIn(primaryLanguage(text.language)) ?? 0;
  if (!model || examples === 0) return { trust: 0, probabilities: new Map() };
  const probabilities = model.probabilities(topicFeaturesOf(text));
  return {
    trust: examples / (examples + halfTrust),
    probabilities: new Map(model.labels.map((label, index) => [label, probabilities[index]!])),
  };
}

function best(scores: ReadonlyMap<string, number>): string[] {
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  const highest = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, score]) => score >= fewestPoints && score >= highest * shareOfBest)
    .slice(0, 2)
    .map(([topic]) => topic);
}

function labelOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
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
