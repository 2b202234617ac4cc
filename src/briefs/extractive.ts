import type { Brief, BriefMaterial, BriefSource, Sentence } from '../news/brief.ts';
import { cosine } from '../news/similarity.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import { sameLanguage } from '../text/language.ts';
import { figuresOf } from '../text/numbers.ts';
import { sentencesOf } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';
import { isBoilerplate, needsAntecedent } from './boilerplate.ts';

type MaterialArticle = BriefMaterial['articles'][number];

type Candidate = {
  readonly text: string;
  readonly article: MaterialArticle;
  /** From 0 within its article. */
  readonly position: number;
  readonly tokens: ReadonlySet<string>;
};

const mostPoints = 5;
const mostStandfirst = 2;
const longestSentence = 420;
const sentencesPerArticle = 14;
const halfLifeMs = 24 * 60 * 60_000;
/** Two sentences that share this much of the shorter one say the same. */
const sameStatement = 0.6;

/**
 * Writes a brief out of the sources' own sentences: no network, no model, nothing that a source did not say.
 *
 * The most central recent article opens it; further sentences are chosen for what they add, earlier ones in their
 * article first. Articles in the readers' language speak first; others only when there is none.
 *
 * @see Nenkova & McKeown, Automatic Summarization (2011), §2 on position, centrality and redundancy
 */
export async function writeExtractiveBrief({ story, language, articles }: BriefMaterial): Promise<Brief> {
  const speaking = speakingArticles(articles, language);
  const ranked = rankByCentrality(speaking);
  const central = ranked[0] as MaterialArticle;
  const candidates = ranked.flatMap(candidatesOf);
  const standfirst = standfirstOf(candidates.filter(({ article }) => article === central));
  const points = pointsOf(candidates, standfirst, ranked);
  const sources = listSources(articles, [central, ...points.map((point) => point.article)]);
  const numberOf = new Map(sources.map((source) => [source.articleId, source.number]));
  const toSentence = (candidate: Candidate): Sentence => ({
    text: candidate.text,
    language: candidate.article.language,
    sources: whoSays(candidate, articles)
      .flatMap((article) => numberOf.get(article.id) ?? [])
      .sort((a, b) => a - b),
  });
  return {
    storyId: story.id,
    language,
    storyVersion: story.version,
    writer: 'extractive',
    headline: central.title,
    url: central.url,
    imageUrl: central.imageUrl ?? articles.find((article) => article.imageUrl)?.imageUrl ?? null,
    standfirst: standfirst.map(toSentence),
    points: points.map(toSentence),
    sources,
  };
}

/** Own reporting in the readers' language; without any, own reporting in whatever language. */
function speakingArticles(articles: readonly MaterialArticle[], language: string): MaterialArticle[] {
  const own = articles.filter((article) => article.copyOf === null);
  const readable = own.filter((article) => sameLanguage(article.language, language));
  if (readable.length > 0) return readable;
  const copies = articles.filter((article) => sameLanguage(article.language, language));
  if (copies.length > 0) return copies;
  return own.length > 0 ? own : [...articles];
}

/** The article that has most in common with the others and is recent comes first. */
function rankByCentrality(articles: readonly MaterialArticle[]): MaterialArticle[] {
  const features = new Map(articles.map((article) => [article, featuresOf(article)]));
  const newest = Math.max(...articles.map((article) => timeOf(article)));
  const scores = new Map(
    articles.map((article) => {
      const others = articles.filter((other) => other !== article);
      const common = others.reduce(
        (sum, other) => sum + cosine(features.get(article)!.words, features.get(other)!.words, () => 1),
        0,
      );
      const centrality = others.length > 0 ? common / others.length : 1;
      const freshness = 0.5 ** ((newest - timeOf(article)) / halfLifeMs);
      const substance = leadOf(article).length < 80 ? 0.5 : 1;
      return [article, (0.3 + centrality) * freshness * substance];
    }),
  );
  return [...articles].sort((a, b) => scores.get(b)! - scores.get(a)!);
}

function timeOf(article: MaterialArticle): number {
  return (article.editedAt ?? article.publishedAt).getTime();
}

function candidatesOf(article: MaterialArticle): Candidate[] {
  const body = article.text || article.summary;
  const summary = article.text ? sentencesOf(article.summary, article.language) : [];
  const seen = new Set<string>();
  return [...summary, ...sentencesOf(body, article.language)]
    .filter((text) => {
      if (seen.has(text) || text === article.title) return false;
      seen.add(text);
      return text.length <= longestSentence && !isBoilerplate(text, article);
    })
    .slice(0, sentencesPerArticle)
    .map((text, position) => ({ text, article, position, tokens: new Set(tokensOf(text)) }));
}

/** The opening of the central article, if it says more than its headline. */
function standfirstOf(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === mostStandfirst) break;
    const follows = chosen.at(-1)?.position === candidate.position - 1;
    if (!follows && needsAntecedent(candidate.text, candidate.article.language)) continue;
    if (chosen.some((other) => saysTheSame(other, candidate))) continue;
    chosen.push(candidate);
  }
  return chosen;
}

/** What the story's articles say beyond the standfirst: coverage first, each article's early sentences before late. */
function pointsOf(
  candidates: readonly Candidate[],
  standfirst: readonly Candidate[],
  ranked: readonly MaterialArticle[],
): Candidate[] {
  const spread = documentFrequency(ranked);
  const chosen: Candidate[] = [];
  const pool = candidates.filter(({ text, article }) => !needsAntecedent(text, article.language));
  while (chosen.length < mostPoints) {
    const taken = [...standfirst, ...chosen];
    const open = pool.filter((candidate) => !taken.some((other) => saysTheSame(other, candidate)));
    const best = maxBy(open, (candidate) => worthOf(candidate, taken, spread, ranked.length));
    if (!best) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => timeOf(a.article) - timeOf(b.article) || a.position - b.position);
}

function worthOf(
  { tokens, position, article, text }: Candidate,
  taken: readonly Candidate[],
  spread: ReadonlyMap<string, number>,
  articleCount: number,
): number {
  const words = [...tokens];
  const shared = words.reduce((sum, word) => sum + (spread.get(word) ?? 0), 0) / (words.length * articleCount);
  const early = 1 / (1 + position * 0.25);
  const tells = figuresOf(text, article.language).length > 0 ? 0.15 : 0;
  const quotes = /[“”„«»「」"]/u.test(text) ? 0.1 : 0;
  const newVoice = taken.some((other) => other.article === article) ? 0 : 0.25;
  const repeats = Math.max(0, ...taken.map((other) => containment(other.tokens, tokens)));
  const brevity = words.length < 6 ? 0.5 : 1;
  return (shared + early * 0.6 + tells + quotes + newVoice - repeats * 0.8) * brevity;
}

/** In how many of the articles each token occurs. */
function documentFrequency(articles: readonly MaterialArticle[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const token of new Set(tokensOf(`${article.title}\n${article.summary}\n${article.text}`))) {
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}

/** The sentence's own article, and those that print it almost word for word. */
function whoSays(candidate: Candidate, articles: readonly MaterialArticle[]): MaterialArticle[] {
  return articles.filter((article) => {
    if (article === candidate.article) return true;
    if (article.copyOf === null && article.id !== candidate.article.copyOf) return false;
    const tokens = new Set(tokensOf(`${article.summary}\n${article.text}`));
    return candidate.tokens.size >= 6 && containment(candidate.tokens, tokens) >= 0.95;
  });
}

function saysTheSame(a: Candidate, b: Candidate): boolean {
  const least = Math.min(a.tokens.size, b.tokens.size);
  return least > 0 && a.tokens.intersection(b.tokens).size / least >= sameStatement;
}

/** How much of `part` stands in `whole`: 0 to 1. */
function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : part.intersection(whole).size / part.size;
}

/** Those that speak first, then the rest by time, copies after what they repeat. */
function listSources(articles: readonly MaterialArticle[], speaking: readonly MaterialArticle[]): BriefSource[] {
  const first = [...new Set(speaking)];
  const own = articles.filter((article) => article.copyOf === null && !first.includes(article));
  const copies = articles.filter((article) => article.copyOf !== null && !first.includes(article));
  const ordered = [...first, ...own, ...copies];
  const numberOf = new Map(ordered.map((article, index) => [article.id, index + 1]));
  return ordered.map((article, index) => ({
    number: index + 1,
    articleId: article.id,
    outlet: article.source.publisher,
    country: article.source.country,
    language: article.language,
    title: article.title,
    url: article.url,
    publishedAt: article.publishedAt,
    copyOf: article.copyOf === null ? null : (numberOf.get(article.copyOf) ?? null),
  }));
}

function maxBy<T>(items: readonly T[], worth: (item: T) => number): T | undefined {
  let best: { item: T; worth: number } | undefined;
  for (const item of items) {
    const value = worth(item);
    if (!best || value > best.worth) best = { item, worth: value };
  }
  return best?.item;
}
