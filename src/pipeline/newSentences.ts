import type { Brief, Sentence } from '../news/brief.ts';
import type { WriteBrief } from '../news/outside.ts';
import type { Db } from '../store/openStore.ts';
import { findMaterial } from '../store/stories.ts';

/**
 * What a story tells beyond what a channel has had of it, with the numbers that the sources have in its brief: the
 * channel may ask for that. None when others only confirm what was known.
 *
 * @param lastArticleId  the newest article that the channel knew of
 */
export async function newSentences(
  { db, writeBrief }: { db: Db; writeBrief: WriteBrief },
  brief: Brief,
  guildId: string | null,
  lastArticleId: number,
): Promise<Sentence[]> {
  const material = await findMaterial(db, brief.storyId, { language: brief.language, guildId });
  if (!material) return [];
  const news = await writeBrief({ ...material, knownArticleId: lastArticleId });
  const numberOf = new Map(brief.sources.map(({ number, articleId }) => [articleId, number]));
  const inBrief = new Map(news.sources.map(({ number, articleId }) => [number, numberOf.get(articleId)]));
  return news.standfirst
    .map((sentence) => ({
      ...sentence,
      sources: sentence.sources.flatMap((number) => inBrief.get(number) ?? []),
      receipts: sentence.receipts.flatMap((receipt) => {
        const source = inBrief.get(receipt.source);
        return source ? [{ ...receipt, source }] : [];
      }),
    }))
    .filter(({ sources, receipts }) => sources.length > 0 && receipts.length > 0);
}
