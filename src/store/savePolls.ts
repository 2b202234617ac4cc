import { afterReading } from '../news/afterPoll.ts';
import { dateArticle } from '../news/article.ts';
import type { FeedAnswer } from '../news/outside.ts';
import type { PollBounds } from '../news/pollPolicy.ts';
import type { Source } from '../news/source.ts';
import { type Stored, storeDocuments } from './articles.ts';
import { noteHeld } from './heldArticles.ts';
import type { Db } from './openStore.ts';
import { adoptAddress, holdHost, type Polled, savePoll } from './sources.ts';

/** What came of asking a source. Nothing in it is lost on the way to another thread. */
export type Poll = PlainPoll | ReadPoll;

/** Of a source that had nothing to read. */
export type PlainPoll = Polled & {
  /** The address that it is to have from now on. */
  readonly adopt: string | null;
  /** A host that asked to be left alone. */
  readonly hold: { readonly host: string; readonly until: Date } | null;
};

/** Of a source whose document was read. */
export type ReadPoll = { readonly source: Source; readonly answer: FeedAnswer & { readonly kind: 'read' } };

/** Of a poll, how much there is to store. */
export function articlesIn(poll: Poll): number {
  return isRead(poll) ? poll.answer.feed.articles.length : 0;
}

function isRead(poll: Poll): poll is ReadPoll {
  return 'answer' in poll;
}

/**
 * Stores what came of some polls in one transaction, all or none: what the documents hold, their validators and the
 * work that follows.
 *
 * @param now  when they were read
 */
export async function savePolls(db: Db, polls: readonly Poll[], bounds: PollBounds, now: Date): Promise<void> {
  const reads = polls.filter(isRead);
  const documents = reads.map(({ source, answer }) => ({
    source,
    articles: answer.feed.articles.map((article) => dateArticle(article, now)),
  }));
  await db.transaction().execute(async (trx) => {
    const stored = await storeDocuments(trx, documents, now);
    for (const [index, read] of reads.entries()) await saveRead(trx, read, stored[index] as Stored, bounds, now);
    for (const poll of polls) if (!isRead(poll)) await savePlain(trx, poll);
  });
}

async function saveRead(
  trx: Db,
  { source, answer }: ReadPoll,
  { held, fresh, rung }: Stored,
  bounds: PollBounds,
  now: Date,
): Promise<void> {
  const { articles, wish } = answer.feed;
  if (held > 0) await noteHeld(trx, source.id, held, now);
  const dates = articles.map(({ publishedAt }) => publishedAt);
  const found = { held: articles.length, added: held > 0 ? null : fresh, dates, wish, rung };
  const { state, adopt } = afterReading(source, answer, found, bounds, now);
  const language = source.language === 'und' ? answer.feed.language : null;
  await savePoll(trx, { source, state, language });
  if (adopt) await adoptAddress(trx, source.id, adopt);
}

async function savePlain(trx: Db, poll: PlainPoll): Promise<void> {
  await savePoll(trx, poll);
  if (poll.adopt) await adoptAddress(trx, poll.source.id, poll.adopt);
  if (poll.hold) await holdHost(trx, poll.hold.host, poll.hold.until);
}
