import type { Brief } from '../news/brief.ts';
import { findRelated, type RelatedStory, type SubjectText } from '../store/related.ts';
import type { CommandContext } from './command.ts';
import { reasonText } from './reasonText.ts';
import type { Teaser } from './renderRelated.ts';

/** The stories related to some texts, with the first sentence of each for the asker's language, and why. */
export async function findTeasers(
  texts: readonly SubjectText[],
  options: { except: readonly number[]; limit: number },
  context: CommandContext,
): Promise<Teaser[]> {
  const { db, briefOf, language, guildId } = context;
  const related = await findRelated(db, texts, { ...options, guildId });
  const teasers: Teaser[] = [];
  for (const story of related) teasers.push(teaserOf(story, await briefOf(story.storyId, language, guildId), context));
  return teasers;
}

function teaserOf(story: RelatedStory, brief: Brief | null, { language }: CommandContext): Teaser {
  const { storyId, publishedAt } = story;
  const why = reasonText(story, language);
  const lead = brief?.sources.find(({ url }) => url === brief.url);
  if (!brief || !lead) {
    const { title, url, language: original, outlet } = story;
    return { storyId, headline: title, url, language: original, outlet, publishedAt, teaser: null, why };
  }
  const { headline, url, standfirst } = brief;
  return {
    storyId,
    headline,
    url,
    language: lead.language,
    outlet: lead.outlet,
    publishedAt,
    teaser: standfirst[0] ?? null,
    why,
  };
}
