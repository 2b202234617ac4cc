import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { BriefingItem } from '../news/briefing.ts';
import type { Card, CardReply } from '../news/card.ts';
import { customId } from './customId.ts';
import { lineStart } from './direction.ts';
import { escaped, plain, safeUrl, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { type Say, sayIn } from './languages/index.ts';
import { colourOf, type Message } from './renderBriefing.ts';
import { renderSentences } from './renderSentences.ts';
import { correctionText, factsOf } from './renderStory.ts';

const mostTitle = 230;
const mostSentences = 420;
const mostCorrections = 900;

/** A card: a line that says how many report it, the story in an embed, and what a reader can ask for. */
export function renderCard(card: Card): Message {
  const { item } = card.content;
  const { language } = card;
  const say = sayIn(language);
  // How many are independent stands in the first line.
  const facts = factsOf({ ...item, originCount: 1 }, language);
  const corrections = correctionsOf(item, language);
  const text = renderSentences(item.sentences, language, mostSentences);
  return {
    content: lineStart(language) + headingOf(card, say),
    embeds: [
      {
        ...linked(item.headline, item.url),
        description: [text, corrections, `-# ${facts}`].filter(Boolean).join('\n'),
        color: colourOf(item.topic),
        footer: { text: noticeOf(item, say) },
      },
    ],
    components: [
      rowOf(
        button(markOfCard(card), say('fullBrief')),
        button(customId('related', [item.storyId]), say('related')),
        button(customId('sources', [item.storyId]), say('sources')),
      ),
    ],
  };
}

/** A turn of a story, as it follows the card. */
export function renderCardReply(reply: CardReply): Message {
  const { language, content, createdAt } = reply;
  const say = sayIn(language);
  const text = renderSentences(content.sentences, language, mostSentences);
  const facts = [escaped(content.outlet, 40), timestamp(createdAt)].filter(Boolean).join(' · ');
  const corrections = correctionsOf(content, language);
  const title = say(content.corrections.length > 0 ? 'turnCorrected' : 'turnNew');
  return {
    content: `${lineStart(language)}**${title}** · ${timestamp(createdAt, 't')}`,
    embeds: [
      {
        ...linked(content.headline, content.url),
        description: [corrections, text, `-# ${facts}`].filter(Boolean).join('\n'),
        color: colourOf(null),
        ...(content.sentences.length > 0 && { footer: { text: noticeOf(content, say) } }),
      },
    ],
    components: [rowOf(button(markOfReply(reply), say('fullBrief')))],
  };
}

/** The custom id by which the message of a card is known, whenever it is looked for. */
export function markOfCard({ id, createdAt, content }: Pick<Card, 'id' | 'createdAt' | 'content'>): string {
  return customId('fullBrief', [content.item.storyId, createdAt.getTime(), id]);
}

/** The same of a reply. */
export function markOfReply({ id, createdAt, storyId }: Pick<CardReply, 'id' | 'createdAt' | 'storyId'>): string {
  return customId('fullBrief', [storyId, createdAt.getTime(), id, 1]);
}

/** `Breaking · 3 independent sources · 14:02`, later `Breaking · +3 outlets, now 5 independent sources · 14:02`. */
function headingOf({ kind, roleId, createdAt, content: { item, first } }: Card, say: Say): string {
  const outlets = item.outlets.length - first.outlets;
  const grown = outlets > 0 ? [say('cardMoreOutlets', { count: outlets })] : [];
  const isGrown = outlets > 0 || item.originCount > first.origins;
  const counts = isGrown
    ? [...grown, say('cardNowOrigins', { count: item.originCount })].join(say('comma'))
    : say('storyOrigins', { count: item.originCount });
  const parts = [`**${say(kind === 'live' ? 'cardLive' : 'cardBreaking')}**`, counts, timestamp(createdAt, 't')];
  return [...(roleId ? [`<@&${roleId}>`] : []), parts.join(' · ')].join(' ');
}

function linked(headline: string, address: string): Pick<APIEmbed, 'title' | 'url'> {
  const url = safeUrl(address);
  return { title: escaped(headline, mostTitle) || '…', ...(url && { url }) };
}

function correctionsOf({ corrections }: Pick<BriefingItem, 'corrections'>, language: string): string {
  const told = corrections.map((each) => correctionText(each, language));
  return joinWithin(told, '\n', mostCorrections);
}

function noticeOf({ sentences }: Pick<BriefingItem, 'sentences'>, say: Say): string {
  return say(sentences.some(({ isRewritten }) => isRewritten) ? 'noticeRewritten' : 'noticeExtractive');
}

function button(id: string, label: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: id, label: plain(label, 80) };
}

function rowOf(...components: APIButtonComponentWithCustomId[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
