import type { Brief } from '../news/brief.ts';
import type { WriteBrief } from '../news/outside.ts';
import { findBrief, saveBrief } from '../store/briefs.ts';
import type { Db } from '../store/openStore.ts';
import { findMaterial, findStoriesToWrite, findStory } from '../store/stories.ts';
import { findWantedLanguages } from '../store/subscriptions.ts';
import { languagesReadBy } from '../text/language.ts';
import type { Report, Stage } from './stage.ts';

const briefsPerRun = 300;

type WriteOptions = { db: Db; writeBrief: WriteBrief; now: () => Date };

/**
 * Writes briefs of the stories that changed, once for each language that some channel reads.
 *
 * @param windowMs  how old a story's newest article may be for a brief to be worth writing
 */
export function createWrite(options: WriteOptions & { report: Report; windowMs?: number }): Stage {
  const { db, now, windowMs = 48 * 60 * 60_000 } = options;
  return async () => {
    let written = 0;
    const since = new Date(now().getTime() - windowMs);
    for (const language of await findWantedLanguages(db)) {
      const stories = await findStoriesToWrite(db, language, languagesReadBy(language), since, briefsPerRun);
      for (const storyId of stories) {
        try {
          await writeOne(options, storyId, language);
          written += 1;
        } catch (error) {
          options.report('A brief could not be written', { storyId, language, error });
        }
      }
    }
    return written;
  };
}

export type BriefOf = (storyId: number, language: string) => Promise<Brief | null>;

/** Makes the function that gives one reader the brief of a story: the stored one if it is up to date, else a new one. */
export function createBriefOf(options: WriteOptions): BriefOf {
  return async (storyId, language) => {
    const [story, brief] = await Promise.all([
      findStory(options.db, storyId),
      findBrief(options.db, storyId, language),
    ]);
    if (brief && story && brief.storyVersion >= story.version) return brief;
    return writeOne(options, storyId, language);
  };
}

async function writeOne(
  { db, writeBrief, now }: WriteOptions,
  storyId: number,
  language: string,
): Promise<Brief | null> {
  const material = await findMaterial(db, storyId, language);
  if (!material) return null;
  const brief = await writeBrief(material);
  await saveBrief(db, brief, now());
  return brief;
}
