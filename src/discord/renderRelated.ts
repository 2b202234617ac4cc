import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ComponentType,
} from 'discord.js';
import type { Sentence } from '../news/brief.ts';
import { customId } from './customId.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, link, plain, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { foreignMark } from './languageName.ts';
import { sayIn } from './languages/index.ts';
import { colourOf, type Message, optionLabel } from './renderBriefing.ts';

/** A story beside the one being read, with the first thing to know of it. */
export type Teaser = {
  readonly storyId: number;
  readonly headline: string;
  readonly url: string;
  readonly language: string;
  readonly outlet: string;
  readonly publishedAt: Date;
  /** Null when nothing is known beyond the headline. */
  readonly teaser: Sentence | null;
  /** Why it helps to understand the one being read, in the reader's words; escaped. */
  readonly why: string;
};

/** Related stories, for `/related` and its button. */
export function renderRelated(headline: string, related: readonly Teaser[], language: string): Message {
  const say = sayIn(language);
  const embed: APIEmbed = {
    title: plain(say('relatedTitle', { headline: escaped(headline, 160) }), 256),
    description: related.length > 0 ? renderTeasers(related, language, 3_500) : say('relatedNone'),
    color: colourOf(null),
  };
  return { embeds: [embed], components: related.length > 0 ? [storyChoice(related, say('readFullBrief'))] : [] };
}

export function renderTeasers(related: readonly Teaser[], language: string, max: number): string {
  const blocks = related.map((story) => {
    const start = lineStart(language, story.language);
    const title = isolated(link(escaped(story.headline, 140), story.url), story.language, language);
    const head = `${start}**${title}**${foreignMark(story.language, language)}`;
    const teaser = story.teaser
      ? `\n${lineStart(language, story.teaser.language)}${isolated(escaped(story.teaser.text, 180), story.teaser.language, language)}`
      : '';
    const facts = [escaped(story.outlet, 40), timestamp(story.publishedAt), story.why].filter(Boolean);
    return `${head}${teaser}\n-# ${lineStart(language)}${facts.join(' · ')}`;
  });
  return joinWithin(blocks, '\n', max);
}

/** A select that opens the full brief of one of the stories. At least one. */
export function storyChoice(
  stories: readonly Teaser[],
  placeholder: string,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId('brief'),
        placeholder: plain(placeholder, 150),
        options: stories.slice(0, 25).map((story) => ({
          label: optionLabel(story.headline),
          description: optionLabel(story.outlet),
          value: String(story.storyId),
        })),
      },
    ],
  };
}
