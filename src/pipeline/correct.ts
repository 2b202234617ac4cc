import type { Article } from '../news/article.ts';
import type { Briefing, BriefingItem } from '../news/briefing.ts';
import { type Correction, lostFrom } from '../news/correction.ts';
import { coverageOf } from '../news/coverageOf.ts';
import type { EditPost, PostError, Report } from '../news/outside.ts';
import { onePerPage } from '../news/story.ts';
import type { Layout } from '../news/subscription.ts';
import { findArticles } from '../store/articles.ts';
import { findBrief } from '../store/briefs.ts';
import {
  claimCorrections,
  type DoubtfulMessage,
  findDoubtfulMessages,
  recordChecked,
  type WaitingCorrection,
} from '../store/corrections.ts';
import { recordForm } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { currentStoryId, findMaterial, findStory } from '../store/stories.ts';
import { itemOf } from './briefingItem.ts';
import { createSendWaiting } from './sendWaiting.ts';
import { inSimplerForms } from './simplerForms.ts';
import type { Stage } from './stage.ts';

const messagesPerRun = 50;
const leaseMs = 60_000;
const retries = { firstMs: 5_000, longestMs: 30 * 60_000 };
/** Nobody looks at an older message; Discord is slow to let it be edited, too. */
const correctedForMs = 48 * 60 * 60_000;

/**
 * Puts right what was sent: when a source no longer says what a message rests on, or is withdrawn, the message shows the
 * story as its brief tells it now, and says since when and what is gone. Any other edit of a source leaves messages alone.
 *
 * The wish to edit a message exists before it is edited, and an edit says all that the message shall say: made twice, it
 * changes nothing.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are
 * @see https://discord.com/developers/docs/resources/message#edit-message
 */
export function createCorrect(options: {
  db: Db;
  edit: EditPost;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now } = options;

  async function check(message: DoubtfulMessage): Promise<void> {
    const { briefing, part, guildId } = message;
    const items = [...briefing.items];
    const reader = { language: briefing.language, guildId, layout: briefing.layout ?? 'cards' };
    for (const [index, item] of briefing.items.entries()) {
      if (index < part.from || index >= part.to) continue;
      const checked = await checkItem(db, item, reader, now());
      if (checked === 'not yet') return;
      items[index] = checked;
    }
    const isCorrected = items.some((item, index) => item !== briefing.items[index]);
    const corrected: Briefing | null = isCorrected ? { ...briefing, items } : null;
    await recordChecked(db, message, corrected, now());
  }

  const send = createSendWaiting<WaitingCorrection>({
    ...options,
    outbox: 'corrections',
    send: async (waiting) => {
      await inSimplerForms(waiting, options.edit, async (form, fault) => {
        await recordForm(db, waiting.deliveryId, form, fault);
        options.report('Discord did not take a correction as it was; it is made simpler', { form, fault });
      });
      return { messageId: waiting.messageId };
    },
    retries,
    staleAfterMs: correctedForMs,
    onDropped: ({ channelId }, { kind, message }) => {
      if (kind === 'no message') return;
      options.report('A message could not be corrected', { channel: channelId, reason: message });
    },
  });

  return async () => {
    const since = new Date(now().getTime() - correctedForMs);
    for (const message of await findDoubtfulMessages(db, since, messagesPerRun)) await check(message);
    const claim = { worker: options.worker, now: now(), leaseMs, limit: messagesPerRun };
    const claimed = await claimCorrections(db, claim);
    for (const waiting of claimed) await send(waiting);
    return claimed.length;
  };
}

/** The item itself while all of it stands; else as it is to be shown. `not yet` while its brief is being rewritten. */
export async function checkItem(
  db: Db,
  item: BriefingItem,
  reader: { language: string; guildId: string | null; layout: Layout },
  now: Date,
): Promise<BriefingItem | 'not yet'> {
  const articles = await findArticles(
    db,
    item.cited.map(({ articleId }) => articleId),
  );
  const edited = articles.filter(({ editedAt }) => editedAt !== null);
  if (lostFrom(item, edited, now).length === 0) return item;
  const storyId = await currentStoryId(db, item.storyId);
  const material = await findMaterial(db, storyId, reader);
  const ids = new Set(edited.map(({ id }) => id));
  const readings = [...edited, ...(material?.articles ?? []).filter(({ id }) => ids.has(id))];
  const lost = lostFrom(item, readings, now);
  if (lost.length === 0) return item;
  const [story, brief] = await Promise.all([findStory(db, storyId), findBrief(db, storyId, reader.language)]);
  if (!story || !material) return withoutLost(item, lost, edited);
  if (!brief || brief.storyVersion < story.version) return 'not yet';
  const rewritten = itemOf(brief, onePerPage(coverageOf(material)), item, reader.layout);
  return { ...rewritten, corrections: [...item.corrections, ...lost] };
}

/** For a story of which nothing is left to tell. */
function withoutLost(item: BriefingItem, lost: readonly Correction[], edited: readonly Article[]): BriefingItem {
  const gone = new Set(lost.map(({ text }) => text));
  const withdrawn = new Set(edited.flatMap(({ id, withdrawnAt }) => (withdrawnAt ? [id] : [])));
  const cited = item.cited.filter(({ articleId }) => !withdrawn.has(articleId));
  const sentences = item.sentences.filter(({ receipts }) =>
    receipts.every(({ source, text }) => !gone.has(text) && cited.some(({ number }) => number === source)),
  );
  return { ...item, cited, sentences, corrections: [...item.corrections, ...lost] };
}
