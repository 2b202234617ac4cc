import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writers } from '../../src/briefs/index.ts';
import { renderBrief } from '../../src/discord/renderBrief.ts';
import { renderReceipts } from '../../src/discord/renderReceipts.ts';
import type { BriefMaterial } from '../../src/news/brief.ts';
import { anArticle, monday } from '../support/articles.ts';
import { buttonsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aSource } from '../support/sources.ts';

/**
 * Full briefs of stories of the sample newsroom, as people read them: every page, and a receipt of the first sentence.
 * After a change that is meant, `vitest run -u` writes them anew; read the difference before it goes in.
 */
const stories = ['01-bridge-collapse', '03-chip-plant', '13-ferry-fire', '21-ceasefire-talks', '22-battery-recall'];
const languages = ['en', 'ja', 'de', 'ar'];

type Kept = {
  readonly id: string;
  readonly publisher: string;
  readonly minute: number;
  readonly title: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly copyOf?: string;
};

const folder = new URL('../../data/newsroom/', import.meta.url);
const publishers: { key: string; name: string; owner: string; country: string; language: string }[] = JSON.parse(
  readFileSync(new URL('publishers.json', folder), 'utf8'),
);

/** A story with all of its articles, as they came out. */
function materialOf(story: string, language: string): BriefMaterial {
  const { articles }: { articles: Kept[] } = JSON.parse(readFileSync(new URL(`events/${story}.json`, folder), 'utf8'));
  const inOrder = articles.toSorted((a, b) => a.minute - b.minute);
  const idOf = new Map(inOrder.map(({ id }, index) => [id, index + 1]));
  return {
    story: { id: 1, createdAt: monday, changedAt: monday, version: 1, headline: inOrder[0]?.title ?? '', language },
    language,
    articles: inOrder.map(({ id, publisher, minute, title, summary, body, copyOf }) => {
      const at = publishers.findIndex(({ key }) => key === publisher);
      const { name, owner, country, language: own } = publishers[at]!;
      const articleId = idOf.get(id)!;
      return {
        ...anArticle({
          id: articleId,
          sourceId: at + 1,
          url: `https://${publisher}.example/${id}`,
          title,
          summary,
          text: body.join('\n\n'),
          language: own,
          publishedAt: new Date(monday.getTime() + (minute - 3_000) * 60_000),
        }),
        copyOf: copyOf ? (idOf.get(copyOf) ?? null) : null,
        source: aSource({ id: at + 1, key: publisher, publisher: name, owner, country, language: own }),
      };
    }),
  };
}

it.each(stories.flatMap((story) => languages.map((language) => [story, language] as const)))(
  'a full brief of %s for a reader of %s',
  async (story, language) => {
    const brief = await writers.extractive!(materialOf(story, language));
    const read: string[] = [];
    for (let page = 0; ; page++) {
      const message = renderBrief(brief, [], { topic: null, phase: 'developing' }, language, page);
      await expectPostable(message);
      read.push(`${textOf(message)}\n`);
      const [first] = optionsOf(message);
      if (page === 0 && first) read.push(`▾ ${first.label}\n${textOf(renderReceipts(brief, first.value, language))}\n`);
      const next = buttonsOf(message).find(({ custom_id }) => /^briefPage:.*:2$/.test(custom_id));
      if (!next || next.disabled) break;
    }
    await expect(read.join('\n---\n\n')).toMatchFileSnapshot(`../golden/briefs/${story}.${language}.md`);
  },
);
