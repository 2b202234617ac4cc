import type { APIEmbed } from 'discord.js';
import type { BriefingItem } from '../news/briefing.ts';
import type { Correction } from '../news/correction.ts';
import type { Layout } from '../news/subscription.ts';
import { tokensOf } from '../text/tokens.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, link, safeUrl, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { type Say, sayIn } from './languages/index.ts';
import { renderSentences } from './renderSentences.ts';
import { topicLabel } from './topicLabel.ts';

const mostTitle = 230;
/** Of a story's sentences together. */
const mostText: Readonly<Record<Layout, number>> = { compact: 0, cards: 420, full: 1_500 };
/** As a paragraph on a phone. */
const sentencesPerParagraph = 3;

type Shown = {
  /** As it is counted, from 1; null where it stands alone. */
  readonly number: number | null;
  readonly language: string;
  readonly layout: Layout;
  readonly colour: number;
  readonly withImage: boolean;
};

/**
 * A story as an embed.
 *
 * @param room  for title and description together; at least 450
 */
export function storyEmbed(item: BriefingItem, shown: Shown, room: number): APIEmbed {
  const { language, layout } = shown;
  const say = sayIn(language);
  const number = shown.number === null ? '' : `${shown.number}. `;
  const title = number + (escaped(item.headline, Math.min(mostTitle, Math.floor(room * 0.45)) - number.length) || '…');
  const facts = `-# ${factsOf(item, language)}`;
  let left = room - title.length - facts.length - 5;
  const parts: string[] = [];
  const add = (text: string) => {
    if (!text || text.length > left) return;
    parts.push(text);
    left -= text.length + 2;
  };
  add(newsLine(item, say));
  const corrections = correctionsOf(item, language, Math.min(left, Math.floor(room * 0.4)));
  left -= corrections.length;
  add(textOf(item, language, layout, Math.max(0, Math.min(mostText[layout], left))));
  left += corrections.length;
  add(corrections);
  const told = parts.join(layout === 'full' ? '\n\n' : '\n');
  const description = told ? `${told}\n${facts}` : facts;
  const embed: APIEmbed = { title, description, color: shown.colour };
  const url = safeUrl(item.url);
  if (url) embed.url = url;
  const image = shown.withImage ? imageOf(item) : null;
  if (image) embed.thumbnail = { url: image };
  return embed;
}

/** The article's own image: https only, as Discord fetches it. */
function imageOf({ imageUrl }: Pick<BriefingItem, 'imageUrl'>): string | null {
  const url = safeUrl(imageUrl);
  return url?.startsWith('https:') ? url : null;
}

/** Sentences, in paragraphs where there are many. */
function textOf({ sentences }: BriefingItem, language: string, layout: Layout, max: number): string {
  if (layout !== 'full') return renderSentences(sentences, language, max);
  const paragraphs: string[] = [];
  let left = max;
  for (let from = 0; from < sentences.length; from += sentencesPerParagraph) {
    const part = sentences.slice(from, from + sentencesPerParagraph);
    const text = renderSentences(part, language, left);
    if (!text || (from > 0 && left < 200)) break;
    paragraphs.push(text);
    left -= text.length + 2;
  }
  return paragraphs.join('\n\n');
}

/**
 * A story as two lines: its headline, linked, and who reports it.
 *
 * @param room  for both together; at least 250
 * @param isPlain  whether its link shows no preview, in a message of text alone
 */
export function storyLines(item: BriefingItem, shown: Shown, room: number, isPlain = false): string {
  const { language } = shown;
  const say = sayIn(language);
  const facts = `-# ${lineStart(language)}${factsOf(item, language)}`;
  const number = shown.number === null ? '' : `**${shown.number}.** `;
  const start = lineStart(language) + number;
  const url = safeUrl(item.url);
  const isLinked = url !== null && url.length < room - facts.length - start.length - 90;
  let left = room - facts.length - start.length - (isLinked ? url.length + 8 : 4) - 1;
  const headline = escaped(item.headline, Math.min(mostTitle, left)) || '…';
  left -= headline.length;
  const linked = isPlain && isLinked ? `[${headline}](<${url}>)` : link(headline, url);
  const lines = [start + (isLinked ? linked : `**${headline}**`)];
  const news = newsLine(item, say);
  if (news && news.length < left) {
    lines.push(news);
    left -= news.length + 1;
  }
  const corrections = item.corrections.length > 0 && left > 20 ? correctionsOf(item, language, left - 1) : '';
  if (corrections) lines.push(corrections);
  return [...lines, facts].join('\n');
}

/** `Since last time (2 hours ago): …`; nothing when that adds no word to the headline. */
function newsLine({ headline, news }: BriefingItem, say: Say): string {
  if (!news) return '';
  const said = new Set(tokensOf(headline));
  if (tokensOf(news.headline).every((word) => said.has(word))) return '';
  return `**${say('storyNews', { since: timestamp(news.since), headline: escaped(news.headline, 120) })}**`;
}

function correctionsOf({ corrections }: BriefingItem, language: string, max: number): string {
  const told = corrections.map((each) => correctionText(each, language));
  return joinWithin(told, '\n', max);
}

/** `Corrected today at 14:05. No longer in Outlet: “…”`, or `A report by Outlet was withdrawn.` */
export function correctionText({ at, outlet, text, language: own }: Correction, language: string): string {
  const say = sayIn(language);
  const told = { when: timestamp(at, 'f'), outlet: escaped(outlet, 50) };
  if (text === null) return say('reportWithdrawn', told);
  return say('corrected', { ...told, text: isolated(say('inQuotes', { text: escaped(text, 160) }), own, language) });
}

/** Who reports a story, how many of them independently, when last, and what it is about. */
export function factsOf(item: BriefingItem, language: string): string {
  const say = sayIn(language);
  const shown = item.outlets.slice(0, 3).map((outlet) => escaped(outlet, 40));
  const listed = shown.join(say('comma'));
  const outlets =
    item.outlets.length > shown.length
      ? say('storyOutletsMore', { outlets: listed, more: item.outlets.length - shown.length })
      : listed;
  const origins = item.originCount > 1 ? say('storyOrigins', { count: item.originCount }) : '';
  const topic = item.topic ? escaped(topicLabel(item.topic, language), 40) : '';
  return [outlets, origins, timestamp(item.newestAt), topic].filter(Boolean).join(' · ');
}
