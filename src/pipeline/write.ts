import type { Brief, BriefOf } from '../news/brief.ts';
import type { Report, WriteBrief } from '../news/outside.ts';
import { findBrief, recordFailedBrief, saveBrief } from '../store/briefs.ts';
import type { Db } from '../store/openStore.ts';
import { currentStoryId, findMaterial, findStoriesToWrite, findStory, getsWholeStory } from '../store/stories.ts';
import { findWantedLanguages } from '../store/subscriptions.ts';
import { languagesReadBy } from '../text/language.ts';
import { retryAt } from './retryAt.ts';
import type { Stage } from './stage.ts';

const briefsPerRun = 300;
/** Before a first weekly briefing in a language, stories of its first days have no briefs in it yet. */
const weekMs = 8 * 24 * 60 * 60_000;
const retries = { firstMs: 60_000, longestMs: 60 * 60_000 };

type WriteOptions = { db: Db; writeBrief: WriteBrief; now: () => Date };

/**
 * Writes briefs of the stories that changed, once for each language that some channel reads. One that can't be written
 * is tried again later and later, at least every hour, for as long as its story is recent; it is reported once.
 *
 * @param windowMs  how old a story's newest article may be for a brief to be worth writing
 */
export function createWrite(options: WriteOptions & { report: Report; windowMs?: number }): Stage {
  const { db, now, report, windowMs = 48 * 60 * 60_000 } = options;

  async function tryToWrite(storyId: number, language: string): Promise<boolean> {
    try {
      await writeOne(options, storyId, language);
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const attempts = await recordFailedBrief(db, { storyId, language }, reason, (count) =>
        retryAt(now(), count, retries),
      );
      if (attempts === 1) report('A brief could not be written', { storyId, language, error });
      return false;
    }
  }

  return async () => {
    let written = 0;
    for (const { language, isWeekly } of await findWantedLanguages(db)) {
      const since = new Date(now().getTime() - (isWeekly ? Math.max(weekMs, windowMs) : windowMs));
      const times = { since, now: now() };
      const stories = await findStoriesToWrite(db, language, languagesReadBy(language), times, briefsPerRun);
      for (const storyId of stories) if (await tryToWrite(storyId, language)) written += 1;
    }
    return written;
  };
}

/**
 * Makes the function that gives one reader the brief of a story, or of the one that has taken it in: the stored one if
 * it is up to date, else a new one.
 * A server that does not get every source of the story gets a brief of those that it does, which is not stored.
 */
export function createBriefOf(options: WriteOptions): BriefOf {
  const { db, writeBrief } = options;
  return async (asked, language, guildId) => {
    const storyId = await currentStoryId(db, asked);
    if (!(await getsWholeStory(db, storyId, guildId))) {
      const material = await findMaterial(db, storyId, { language, guildId });
      return material && writeBrief(material);
    }
    const [story, brief] = await Promise.all([findStory(db, storyId), findBrief(db, storyId, language)]);
    if (brief && story && brief.storyVersion >= story.version) return brief;
    return writeOne(options, storyId, language);
  };
}

async function writeOne(
  { db, writeBrief, now }: WriteOptions,
  storyId: number,
  language: string,
): Promise<Brief | null> {
  const material = await findMaterial(db, storyId, { language });
  if (!material) return null;
  const brief = await writeBrief(material);
  await saveBrief(db, brief, now());
  return brief;
}
