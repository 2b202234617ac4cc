import { ComponentType } from 'discord.js';
import type { Found } from '../store/search.ts';
import { sameLanguage } from '../text/language.ts';
import { customId } from './customId.ts';
import { escaped, link, plain, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import { sayIn } from './languages/index.ts';
import { colourOf, type Message, optionLabel } from './renderBriefing.ts';

/**
 * A list of articles, with a select that opens the full brief of their stories.
 *
 * @param found  with the words for which each of them is there, if those are to be shown
 */
export function renderFound(
  title: string,
  found: readonly (Found & { readonly for?: readonly string[] })[],
  language: string,
): Message {
  const lines = found.map((article) => {
    const foreign = sameLanguage(article.language, language) ? [] : [languageName(article.language, language)];
    const words = (article.for ?? []).slice(0, 8).map((word) => `*${escaped(word, 60)}*`);
    const facts = [escaped(article.outlet, 50), timestamp(article.publishedAt), ...foreign, ...words].join(' · ');
    return `**${link(escaped(article.title, 160), article.url)}**\n-# ${facts}`;
  });
  const options = found.flatMap(({ storyId, title, outlet }) =>
    storyId === null ? [] : [{ label: optionLabel(title), description: optionLabel(outlet), value: String(storyId) }],
  );
  const embed = { title, description: joinWithin(lines, '\n', 4_000), color: colourOf(null) };
  if (options.length === 0) return { embeds: [embed] };
  return {
    embeds: [embed],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: customId('brief'),
            placeholder: plain(sayIn(language)('readFullBrief'), 150),
            options,
          },
        ],
      },
    ],
  };
}
