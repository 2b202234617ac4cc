import type { Brief } from '../news/brief.ts';
import { findRelated } from '../store/related.ts';
import type { CommandContext } from './command.ts';
import type { Teaser } from './renderBrief.ts';

/** The related stories of a text, with the first sentence of each for the asker's language. */
export async function findTeasers(
  subject: { title: string; lead: string; language: string },
  options: { exceptStory: number | null; limit: number },
  { db, briefOf, language, guildId }: CommandContext,
): Promise<Teaser[]> {
  const found = await findRelated(db, subject, { ...options, guildId });
  const briefs = new Map<number, Brief | null>();
  for (const { storyId } of found) if (storyId !== null) briefs.set(storyId, await briefOf(storyId, language, guildId));
  return found.flatMap(({ storyId, title, url, language: original, outlet, publishedAt }) => {
    if (storyId === null) return [];
    const brief = briefs.get(storyId);
    return {
      storyId,
      headline: brief?.headline ?? title,
      url: brief?.url ?? url,
      language: brief?.standfirst[0]?.language ?? original,
      outlet: brief?.sources[0]?.outlet ?? outlet,
      publishedAt,
      teaser: brief?.standfirst[0] ?? null,
    };
  });
}

/** What relatives of a story are looked for by. */
export function subjectOf(brief: Brief): { title: string; lead: string; language: string } {
  const lead = [...brief.standfirst, ...brief.points].map((sentence) => sentence.text).join('\n');
  return { title: brief.headline, lead, language: brief.sources[0]?.language ?? brief.language };
}
