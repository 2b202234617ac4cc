import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Briefing, BriefingItem } from '../news/briefing.ts';
import type { Correction } from '../news/correction.ts';
import { findTopic } from '../news/topic.ts';
import { tokensOf } from '../text/tokens.ts';
import { customId } from './customId.ts';
import { isolated } from './direction.ts';
import { escaped, plain, safeUrl, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { type Say, sayIn } from './languages/index.ts';
import { renderSentences } from './renderSentences.ts';
import { topicLabel, topicList } from './topicLabel.ts';

/** @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const embedsTotal = 6_000;
const mostTitle = 230;
const mostSentences = 420;
const accent = 0x3b6ea5;

/** A message's parts as discord.js sends them. */
export type Message = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components'>;

/** A briefing as one message: a heading, an embed for each story, and what a reader can ask for. */
export function renderBriefing(briefing: Briefing): Message {
  const say = sayIn(briefing.language);
  const heading = headingOf(briefing, say);
  const isRewritten = briefing.items.some(({ sentences }) => sentences.some((sentence) => sentence.isRewritten));
  const notice = say(isRewritten ? 'noticeRewritten' : 'noticeExtractive');
  const room = Math.floor((embedsTotal - lengthOf(heading) - notice.length) / Math.max(1, briefing.items.length));
  const stories = briefing.items.map((item, index) => storyOf(item, index, briefing.language, say, room));
  const last = stories.at(-1);
  if (last) last.footer = { text: notice };
  return { embeds: [heading, ...stories], components: componentsOf(briefing, say) };
}

/** The custom id by which the message of a briefing is known, whenever it is looked for. */
export function markOf({ id, dueAt }: Pick<Briefing, 'id' | 'dueAt'>): string {
  return customId('brief', [id, dueAt.getTime()]);
}

function headingOf(briefing: Briefing, say: Say): APIEmbed {
  const { language, dueAt } = briefing;
  const topics = briefing.topics.length > 0 ? topicList(briefing.topics, language) : say('topStories');
  const counts = say('briefingCounts', {
    stories: briefing.items.length,
    articles: briefing.articleCount,
    sources: briefing.sourceCount,
  });
  const edition = editionOf(briefing);
  const subject = `**${escaped(topics, 200)}**`;
  const lines = [briefing.items.length > 0 ? `${subject} · ${counts}` : say('briefingNothingNew', { topics: subject })];
  if (briefing.isLate) lines.push(`-# ${say('briefingLate', { when: timestamp(dueAt, 'f') })}`);
  return {
    title: plain(
      `${edition.emoji} ${say('briefingTitle', { edition: say(edition.key), date: dateText(briefing) })}`,
      200,
    ),
    description: lines.join('\n'),
    color: accent,
  };
}

/** The day of a briefing, or the days of a week: `16–22 November`. */
function dateText({ language, timeZone, dueAt, week }: Briefing): string {
  const day = { day: 'numeric', month: 'long' } as const;
  if (!week) return new Intl.DateTimeFormat(language, { timeZone, weekday: 'long', ...day }).format(dueAt);
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...day });
  return format.formatRange(new Date(week.first), new Date(week.last));
}

function editionOf({ dueAt, timeZone, week }: Briefing) {
  if (week) return { key: 'editionWeek', emoji: '🗓️' } as const;
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(dueAt));
  if (hour >= 4 && hour < 11) return { key: 'editionMorning', emoji: '🌅' } as const;
  if (hour >= 11 && hour < 16) return { key: 'editionMidday', emoji: '☀️' } as const;
  if (hour >= 16 && hour < 22) return { key: 'editionEvening', emoji: '🌆' } as const;
  return { key: 'editionNight', emoji: '🌙' } as const;
}

/** A story of a briefing, or of a direct message. @param room  for title and description together */
export function storyOf(item: BriefingItem, index: number, language: string, say: Say, room: number): APIEmbed {
  const number = `${index + 1}. `;
  const title = number + escaped(item.headline, Math.min(mostTitle, Math.floor(room * 0.45)) - number.length);
  const facts = factsOf(item, language, say);
  const news = newsLine(item, say);
  const corrections = joinWithin(
    item.corrections.map((each) => correctionText(each, language, say)),
    '\n',
    Math.floor(room * 0.4),
  );
  const left = room - title.length - facts.length - news.length - corrections.length - 5;
  const text = renderSentences(item.sentences, language, Math.max(0, Math.min(mostSentences, left)));
  const embed: APIEmbed = {
    title,
    description: [news, text, corrections, `-# ${facts}`].filter(Boolean).join('\n'),
    color: colourOf(item.topic),
  };
  const url = safeUrl(item.url);
  if (url) embed.url = url;
  return embed;
}

/** `Since last time (2 hours ago): …`; nothing when that adds no word to the headline. */
function newsLine({ headline, news }: BriefingItem, say: Say): string {
  if (!news) return '';
  const said = new Set(tokensOf(headline));
  if (tokensOf(news.headline).every((word) => said.has(word))) return '';
  return `**${say('storyNews', { since: timestamp(news.since), headline: escaped(news.headline, 120) })}**`;
}

/** `Corrected today at 14:05. No longer in Outlet: “…”`, or `A report by Outlet was withdrawn.` */
export function correctionText({ at, outlet, text, language: own }: Correction, language: string, say: Say): string {
  const told = { when: timestamp(at, 'f'), outlet: escaped(outlet, 50) };
  if (text === null) return say('reportWithdrawn', told);
  return say('corrected', { ...told, text: isolated(say('inQuotes', { text: escaped(text, 160) }), own, language) });
}

/** Who reports a story, how many of them independently, when last, and what it is about. */
export function factsOf(item: BriefingItem, language: string, say: Say): string {
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

export function colourOf(topic: string | null): number {
  const colour = topic ? findTopic(topic)?.colour : undefined;
  return colour ? Number.parseInt(colour.slice(1), 16) : accent;
}

/** Discord takes no empty label. */
export function optionLabel(text: string): string {
  return plain(text, 100) || '…';
}

/** What Discord counts towards the 6,000 characters of a message's embeds. */
function lengthOf(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  return fields + texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function componentsOf(briefing: Briefing, say: Say): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const { items } = briefing;
  if (items.length === 0) return [];
  const stories = items.map((item) => item.storyId);
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: markOf(briefing),
          placeholder: plain(say('readFullBrief'), 150),
          options: items.map((item, index) => ({
            label: optionLabel(`${index + 1}. ${item.headline}`),
            value: String(item.storyId),
          })),
        },
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: customId('related', stories),
          label: plain(say('related'), 80),
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: customId('sources', stories),
          label: plain(say('sources'), 80),
        },
      ],
    },
  ];
}
