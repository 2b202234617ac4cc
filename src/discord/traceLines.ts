import type { Bonds } from '../news/storyBonds.ts';
import type { ArticleTrace } from '../store/traces.ts';
import { bondsLines } from './bondsLines.ts';
import { escaped, link, timestamp } from './escape.ts';
import { healthText } from './healthText.ts';
import { type Say, sayIn } from './languages/index.ts';
import { topicLabel } from './topicLabel.ts';

const weekMs = 7 * 24 * 60 * 60_000;

/** How an article came into a story, and what both are about. */
export type Trace = ArticleTrace & {
  /** What it shares with the others of its story; null where it is alone or repeats one of them. */
  readonly shared: Bonds | null;
  readonly topics: readonly { readonly topic: string; readonly share: number }[];
};

const pageKeys = {
  read: 'tracePageRead',
  paywalled: 'tracePagePaywalled',
  reserved: 'tracePageReserved',
  empty: 'tracePageFailed',
  failed: 'tracePageFailed',
  waiting: 'tracePageWaiting',
  reading: 'tracePageWaiting',
} as const;

/** The story of an article in time, a line each. */
export function traceLines(trace: Trace, language: string): string[] {
  const say = sayIn(language);
  const { article, source, page } = trace;
  const outlet = link(escaped(source.publisher, 60), article.url);
  const dated = (date: Date | null, text: string) => (date ? `${timestamp(date, 'f')} · ${text}` : text);
  const isEdited = article.editedAt && article.editedAt.getTime() !== article.withdrawnAt?.getTime();
  return [
    dated(article.publishedAt, say('tracePublished', { outlet })),
    dated(
      article.firstSeenAt,
      say(article.seeded ? 'traceSeeded' : 'traceFound', { source: escaped(source.title, 60) }),
    ),
    page ? dated(page.fetchedAt, say(pageKeys[page.status])) : say('traceFeedOnly'),
    isEdited ? dated(article.editedAt, say('traceEdited')) : '',
    article.withdrawnAt ? dated(article.withdrawnAt, say('traceWithdrawn')) : '',
    arrivalText(trace, say),
    ...placeLines(trace, language, say),
    lastPollText(trace, say),
  ].filter(Boolean);
}

function arrivalText({ article }: Trace, say: Say): string {
  if (article.arrival === 'held') return `⚠️ ${say('sourceHeld')}`;
  if (article.arrival === 'news') return '';
  const isOld = article.firstSeenAt.getTime() - article.publishedAt.getTime() > weekMs;
  return say(isOld ? 'traceOld' : 'traceSilent');
}

function placeLines({ article, copyOf, isFirst, shared, topics }: Trace, language: string, say: Say): string[] {
  if (article.storyId === null) return article.arrival === 'held' ? [] : [say('traceUnplaced')];
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const labels = topics.map(
    ({ topic, share }) => `**${escaped(topicLabel(topic, language), 40)}** ${percent.format(share)}`,
  );
  const terms = shared ? bondsLines(shared, say, language) : [];
  return [
    copyOf === null ? '' : say('traceCopy', { outlet: escaped(copyOf, 60) }),
    isFirst ? say('traceFirst') : say('traceJoined', { terms: terms.join(' · ') || say('whyNothing') }),
    labels.length > 0 ? say('traceTopics', { topics: labels.join(say('comma')) }) : say('traceNoTopic'),
  ];
}

/** Only the last reading is kept; a source that is not well says what is the matter. */
function lastPollText({ article, source }: Trace, say: Say): string {
  const { lastPolledAt, documentAt, failures } = source;
  if (!lastPolledAt || lastPolledAt <= article.firstSeenAt)
    return say('traceNoPoll', { next: timestamp(source.nextPollAt) });
  const isUnchanged = failures === 0 && documentAt !== null && documentAt < lastPolledAt;
  const outcome = failures > 0 ? healthText(source, say) : say(isUnchanged ? 'traceUnchanged' : 'traceReadAgain');
  return `${timestamp(lastPolledAt, 'f')} · ${say('traceLastPoll', { outcome, next: timestamp(source.nextPollAt) })}`;
}
