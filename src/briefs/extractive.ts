import {
  type Brief,
  type BriefMaterial,
  type BriefSource,
  type Section,
  type SectionKind,
  type Sentence,
  sectionKinds,
} from '../news/brief.ts';
import { newsSince } from '../news/newsSince.ts';
import { featuresOf } from '../text/features.ts';
import { sameLanguage } from '../text/language.ts';
import { type Candidate, candidatesOf, termsOf } from './candidates.ts';
import { disagreementsOf } from './disagreementsOf.ts';
import { keyFiguresOf } from './keyFigures.ts';
import { keyQuotationsOf } from './keyQuotations.ts';
import { rankArticles, timeOf } from './rankArticles.ts';
import { roleOf } from './roleOf.ts';
import { supersededIn } from './supersededIn.ts';
import { timelineOf } from './timelineOf.ts';
import { Worth } from './worth.ts';

type MaterialArticle = BriefMaterial['articles'][number];
type Said = Candidate<MaterialArticle>;

const mostStandfirst = 2;
const mostSections = 5;
const mostOfRole: Readonly<Record<SectionKind, number>> = {
  happened: 4,
  reactions: 2,
  counterview: 2,
  background: 3,
  outlook: 2,
  unknown: 2,
};
/** Two sentences that share this much of the shorter one say the same. */
const sameStatement = 0.6;
/** What comes out this long after the first report may be about what is behind it. */
const firstReportsMs = 12 * 60 * 60_000;
/** Of a copy's text, more than sentences are chosen from. */
const longestCopy = 5_000;
/** Beyond these nothing is worth reading for figures and dates. */
const mostWeighed = 60;

/**
 * Writes a brief out of the sources' own sentences: no network, no model, nothing that a source did not say.
 *
 * The most central recent article opens it; further sentences are chosen for what they add, and stand in the section that
 * their words give away. Articles in the readers' language speak first; others only when there is none.
 */
export async function writeExtractiveBrief(material: BriefMaterial): Promise<Brief> {
  const { story, language, articles } = material;
  const ranked = rankArticles(speakingArticles(newsIn(material), language));
  const central = ranked[0]!;
  const worth = new Worth(ranked);
  const told = new Told(knownTo(material));
  const superseded = supersededIn(ranked);
  const candidates = ranked
    .flatMap((each) => each.candidates)
    .filter((each) => !superseded.has(each) && !told.has(each));
  const standfirst = standfirstOf(
    central.candidates.filter((each) => !superseded.has(each)),
    told,
  );
  const quotations = keyQuotationsOf(ranked);
  const opening = openingOf(
    central.candidates.filter(
      (each) => !superseded.has(each) && !quotations.some((quotation) => each.text.includes(quotation.text)),
    ),
    standfirst,
    told,
  );
  for (const each of [...standfirst, ...(opening ? [opening] : [])]) worth.say(each);
  const free = candidates.filter(
    ({ text, isLeaning }) => !isLeaning && !quotations.some((quotation) => text.includes(quotation.text)),
  );
  const byWorth = [...worth.best(free).take(mostWeighed)];
  const sections = sectionsOf(free, worth, told);
  const figures = keyFiguresOf(byWorth);
  const timeline = timelineOf(byWorth);
  const opposed = disagreementsOf(ranked, superseded);
  const speaking = [
    central.article,
    ...sections.flatMap(({ chosen }) => chosen.map(({ article }) => article)),
    ...quotations.map(({ article }) => article),
    ...[...figures, ...timeline, ...opposed.flatMap(({ sides }) => sides)].map(({ candidate }) => candidate.article),
  ];
  const sources = listSources(articles, speaking);
  const toSentence = createToSentence(articles, sources);
  return {
    storyId: story.id,
    language,
    storyVersion: story.version,
    writer: 'extractive',
    headline: central.article.title,
    url: central.article.url,
    imageUrl: central.article.imageUrl ?? articles.find((article) => article.imageUrl)?.imageUrl ?? null,
    standfirst: standfirst.map(toSentence),
    opening: opening && toSentence(opening),
    sections: sections.map(({ kind, chosen }): Section => ({ kind, sentences: chosen.map(toSentence) })),
    figures: figures.map(({ figure, candidate }) => ({ figure, sentence: toSentence(candidate) })),
    quotations: quotations.map(({ text, speaker, article }) => ({
      text,
      speaker,
      language: article.language,
      source: numberIn(sources, article),
    })),
    timeline: timeline.map(({ date, candidate }) => ({ date, sentence: toSentence(candidate) })),
    disagreements: opposed.map(({ kind, sides }) => ({
      kind,
      sides: sides.map(({ figure, candidate }) => ({
        figure,
        sentence: toSentence(candidate),
        at: new Date(timeOf(candidate.article)),
      })),
    })),
    sources,
  };
}

/** For readers who had the story: the articles with which it moved on, or all when it did not. */
function newsIn({ articles, knownArticleId }: BriefMaterial): readonly MaterialArticle[] {
  if (!knownArticleId) return articles;
  const reports = articles.map((article) => ({
    articleId: article.id,
    owner: article.source.owner,
    copyOf: article.copyOf,
    features: featuresOf(article),
    article,
  }));
  const news = newsSince(reports, knownArticleId)
    .map(({ article }) => article)
    .filter(({ arrival }) => arrival === 'news');
  return news.length > 0 ? news : articles;
}

/** What such readers were told already. */
function knownTo({ articles, knownArticleId }: BriefMaterial): readonly MaterialArticle[] {
  return knownArticleId ? articles.filter(({ id }) => id <= knownArticleId) : [];
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

/** What was said, so that it is not said again. */
class Told {
  readonly #sentences: ReadonlySet<string>[];

  constructor(known: readonly MaterialArticle[]) {
    this.#sentences = known.flatMap(candidatesOf).map(({ terms }) => new Set(terms));
  }

  has({ terms }: Said): boolean {
    if (this.#sentences.length === 0) return false;
    const own = new Set(terms);
    return this.#sentences.some((other) => {
      const least = Math.min(own.size, other.size);
      return least > 0 && own.intersection(other).size / least >= sameStatement;
    });
  }

  add({ terms }: Said): void {
    this.#sentences.push(new Set(terms));
  }
}

/** The opening of the central article, if it says more than its headline. */
function standfirstOf(candidates: readonly Said[], told: Told): Said[] {
  const chosen: Said[] = [];
  for (const candidate of candidates) {
    if (chosen.length === mostStandfirst) break;
    const follows = chosen.at(-1)?.position === candidate.position - 1;
    if ((candidate.isLeaning && !follows) || told.has(candidate) || addsLittle(candidate, chosen)) continue;
    chosen.push(candidate);
    told.add(candidate);
  }
  return chosen;
}

/** Where a summary was written for the page, the text under it begins by saying the same. */
function addsLittle({ terms, article }: Said, chosen: readonly Said[]): boolean {
  if (chosen.length === 0) return false;
  const said = new Set([...termsOf(article.title), ...chosen.flatMap((each) => each.terms)]);
  const own = new Set(terms);
  return own.intersection(said).size / Math.max(1, own.size) >= sameStatement;
}

/** With which the central article begins below its summary, if that says more than the standfirst. */
function openingOf(candidates: readonly Said[], standfirst: readonly Said[], told: Told): Said | null {
  const [first] = standfirst;
  if (!first?.article.summary.includes(first.text)) return null;
  const opening = candidates.find((each) => isFirstInText(each.text, first.article));
  if (!opening || opening.isLeaning || told.has(opening)) return null;
  told.add(opening);
  return opening;
}

type Chosen = { readonly kind: SectionKind; readonly chosen: readonly Said[] };

/** What adds most, each in the section of its role, in the order of time; five sections at most. */
function sectionsOf(candidates: readonly Said[], worth: Worth<MaterialArticle>, told: Told): Chosen[] {
  const byRole = new Map<SectionKind, Said[]>();
  const since = Math.min(...candidates.map(({ article }) => timeOf(article)));
  const full = sectionKinds.reduce((sum, kind) => sum + mostOfRole[kind], 0);
  for (const candidate of worth.best(candidates).take(mostWeighed)) {
    if (byRole.values().reduce((sum, chosen) => sum + chosen.length, 0) === full) break;
    const kind = sectionOf(candidate, since);
    const chosen = byRole.get(kind) ?? [];
    const isNewSection = chosen.length === 0;
    if (chosen.length === mostOfRole[kind] || (isNewSection && byRole.size === mostSections)) continue;
    if (told.has(candidate)) continue;
    byRole.set(kind, [...chosen, candidate]);
    worth.say(candidate);
    told.add(candidate);
  }
  return sectionKinds.flatMap((kind) => {
    const chosen = byRole.get(kind);
    return chosen ? [{ kind, chosen: chosen.sort(byTime) }] : [];
  });
}

/** The first reports begin with what happened, however it is worded; later ones may begin with what is behind it. */
function sectionOf({ text, article, position }: Said, since: number): SectionKind {
  const role = roleOf(text, article.language);
  if (role !== 'background' || timeOf(article) - since > firstReportsMs) return role;
  return position === 0 || isFirstInText(text, article) ? 'happened' : role;
}

function isFirstInText(text: string, article: MaterialArticle): boolean {
  return article.text.trimStart().startsWith(text);
}

function byTime(a: Said, b: Said): number {
  return timeOf(a.article) - timeOf(b.article) || a.article.id - b.article.id || a.position - b.position;
}

function createToSentence(articles: readonly MaterialArticle[], sources: readonly BriefSource[]) {
  const termsIn = new Map<MaterialArticle, ReadonlySet<string>>();
  const termsOfArticle = (article: MaterialArticle) => {
    const known = termsIn.get(article) ?? new Set(termsOf(`${article.summary}\n${article.text.slice(0, longestCopy)}`));
    termsIn.set(article, known);
    return known;
  };
  const copies = articles.filter(({ copyOf }) => copyOf !== null);
  /** Copies that print the sentence almost word for word, and what it was copied from. */
  const alsoSaidBy = (candidate: Said): MaterialArticle[] => {
    const own = new Set(candidate.terms);
    const family = [...copies, ...articles.filter(({ id }) => id === candidate.article.copyOf)];
    return family.filter(
      (article) =>
        article !== candidate.article &&
        own.size >= 6 &&
        own.intersection(termsOfArticle(article)).size / own.size >= 0.95,
    );
  };
  return (candidate: Said): Sentence => {
    const number = numberIn(sources, candidate.article);
    const others = alsoSaidBy(candidate).map((article) => numberIn(sources, article));
    return {
      text: candidate.text,
      language: candidate.article.language,
      sources: [number, ...others].sort((a, b) => a - b),
      receipts: [{ source: number, text: candidate.text }],
      isRewritten: false,
    };
  };
}

function numberIn(sources: readonly BriefSource[], { id }: MaterialArticle): number {
  return sources.find(({ articleId }) => articleId === id)!.number;
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
