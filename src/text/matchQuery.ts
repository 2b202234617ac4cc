import { type Field, isLanguageNamed, isSourceNamed, type Query, type Term } from '../news/query.ts';
import { countablePhrases, countOf, positionsOf, type WordPositions } from './wordPositions.ts';

/** An article as a query sees it. */
export type Searched = {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** Keys of IPTC topics. */
  readonly topics: readonly string[];
  readonly source: {
    readonly publisher: string;
    readonly title: string;
    readonly url: string;
    readonly key: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string | null;
  };
};

/** @returns the wanted terms that the article holds; null when the query does not take it */
export type MatchQuery = (article: Searched) => readonly Term[] | null;

/** Makes the function that says whether a query takes an article, and by which of its terms. Made once, asked often. */
export function createMatchQuery(query: Query): MatchQuery {
  const test = testOf(query);
  return (article) => test(article, { title: positionsOf(article.title), body: positionsOf(article.body) });
}

type Texts = { readonly title: WordPositions; readonly body: WordPositions };
type Test = (article: Searched, texts: Texts) => readonly Term[] | null;

function testOf(query: Query): Test {
  switch (query.kind) {
    case 'words': {
      const phrases = countablePhrases(query.text, query.isPhrase);
      return (_article, texts) =>
        phrases.length > 0 && phrases.every((phrase) => countOf(phrase, texts.title) + countOf(phrase, texts.body) > 0)
          ? [query]
          : null;
    }
    case 'fact':
      return (article) => (factTests[query.field](article, query.value) ? [query] : null);
    case 'not': {
      const test = testOf(query.part);
      return (article, texts) => (test(article, texts) ? null : []);
    }
    case 'and': {
      const tests = query.parts.map(testOf);
      return (article, texts) => {
        const found = tests.map((test) => test(article, texts));
        return found.every((terms) => terms !== null) ? found.flat() : null;
      };
    }
    case 'or': {
      const tests = query.parts.map(testOf);
      return (article, texts) => {
        const found = tests.map((test) => test(article, texts)).filter((terms) => terms !== null);
        return found.length > 0 ? found.flat() : null;
      };
    }
  }
}

const factTests: Readonly<Record<Field, (article: Searched, value: string) => boolean>> = {
  source: ({ source }, value) => isSourceNamed(source, value),
  lang: ({ language }, value) => isLanguageNamed(language, value),
  country: ({ source }, value) => source.country?.toUpperCase() === value,
  topic: ({ topics }, value) => topics.includes(value),
};
