import { canonicalUrl } from '../news/article.ts';
import type { Brief, BriefSource, Sentence } from '../news/brief.ts';
import type { BriefingItem } from '../news/briefing.ts';
import { type Coverage, countOrigins } from '../news/story.ts';
import type { Layout } from '../news/subscription.ts';
import { sameLanguage } from '../text/language.ts';

/** The sources of a brief that this server gets. */
export function shownSources(brief: Brief, coverage: readonly Coverage[]): BriefSource[] {
  const pages = new Set(coverage.map((article) => canonicalUrl(article.url)));
  return brief.sources.filter((source) => pages.has(canonicalUrl(source.url)));
}

/** Of a story that is told in full; what fits is shown. */
const mostSentences = 12;

/**
 * What stands in a brief by the sources that this server gets; the brief was written from all of them.
 *
 * @param layout  what is told in full says more than its standfirst
 */
export function itemOf(
  brief: Brief,
  coverage: readonly Coverage[],
  { topic, news }: Pick<BriefingItem, 'topic' | 'news'>,
  layout: Layout = 'cards',
): BriefingItem {
  const sources = shownSources(brief, coverage);
  const numbers = new Set(sources.map((source) => source.number));
  const saidByThem = (sentences: readonly Sentence[]) =>
    sentences
      .map((sentence) => ({ ...sentence, sources: sentence.sources.filter((number) => numbers.has(number)) }))
      .filter((sentence) => sentence.sources.length > 0);
  const standfirst = saidByThem(brief.standfirst);
  const sections = saidByThem(brief.sections.flatMap((section) => section.sentences));
  const short = standfirst.length > 0 ? standfirst : sections.slice(0, 1);
  const readable = sources.find((source) => sameLanguage(source.language, brief.language)) ?? sources[0];
  const isLeadShown = !readable || sources.some((source) => source.url === brief.url);
  return {
    storyId: brief.storyId,
    headline: isLeadShown ? brief.headline : readable.title,
    url: isLeadShown ? brief.url : readable.url,
    imageUrl: isLeadShown ? brief.imageUrl : null,
    sentences: layout === 'full' ? once([...standfirst, ...sections]).slice(0, mostSentences) : short,
    outlets: [...new Set(sources.map((source) => source.outlet))],
    articleCount: coverage.length,
    originCount: countOrigins(coverage),
    newestAt: new Date(Math.max(...coverage.map((article) => article.publishedAt.getTime()))),
    cited: sources.map(({ number, articleId, outlet }) => ({ number, articleId, outlet })),
    corrections: [],
    topic,
    news,
  };
}

function once(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
}
