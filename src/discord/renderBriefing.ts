import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Briefing, BriefingItem } from '../news/briefing.ts';
import { type BriefingPart, type MessageForm, wholeOf } from '../news/briefingPart.ts';
import type { Layout } from '../news/subscription.ts';
import { findTopic } from '../news/topic.ts';
import { customId } from './customId.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { sayIn } from './languages/index.ts';
import { storyEmbed, storyLines } from './renderStory.ts';
import { topicList } from './topicLabel.ts';

/** @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const embedsTotal = 6_000;
/** Discord takes 4,096; the rest is for what is between the lines. */
const mostDescription = 4_000;
const mostContent = 1_950;
/** Of title and description; a story is never parted, so that two and a heading always fit. */
export const mostOfOneStory = 2_600;
const accent = 0x3b6ea5;

/** A message's parts as discord.js sends them. */
export type Message = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components'>;

/**
 * One message of a briefing: a heading, its stories in the layout that the channel chose, and what a reader can ask for.
 *
 * @param part  which of its messages; without: all of it in one
 */
export function renderBriefing(briefing: Briefing, part = wholeOf(briefing), form: MessageForm = 'whole'): Message {
  const shown = shownOf(briefing, part, form);
  const heading = hasHeading(briefing, part) ? headingOf(briefing) : null;
  const notice = part.isLast && shown.length > 0 ? noticeOf(briefing) : '';
  if (form === 'plain') return renderPlain(briefing, part, heading, notice);
  if (shown.length === 0) {
    // Without a control, its time is what it is known by.
    return { embeds: heading ? [{ ...heading, timestamp: briefing.dueAt.toISOString() }] : [], components: [] };
  }
  const isCompact = heading !== null && layoutOf(briefing) === 'compact';
  const embeds = isCompact ? [compactEmbed(heading, shown)] : storyEmbeds(heading, shown, notice);
  const last = embeds.at(-1);
  if (last && notice) last.footer = { text: notice };
  const mention = mentionOf(briefing, part);
  return { ...(mention && { content: `<@&${mention}>` }), embeds, components: componentsOf(briefing, part) };
}

/** The role that this message mentions: a briefing does so once, and never to say that there is nothing. */
export function mentionOf({ mentionRoleId, items }: Briefing, part = wholeOf({ items })): string | null {
  return part.number === 0 && items.length > 0 ? (mentionRoleId ?? null) : null;
}

/** The custom id by which a message of a briefing is known, whenever it is looked for. */
export function markOf({ id, dueAt }: Pick<Briefing, 'id' | 'dueAt'>, part = 0): string {
  return customId('brief', [id, dueAt.getTime(), ...(part > 0 ? [part] : [])]);
}

export function layoutOf({ layout = 'cards' }: Pick<Briefing, 'layout'>): Layout {
  return layout;
}

/** A story that has a post of its own needs none: the post is called like it. */
export function hasHeading({ items, postPer }: Omit<Briefing, 'id'>, { number }: BriefingPart): boolean {
  return items.length === 0 || (number === 0 && postPer !== 'story');
}

/** Where the sentences come from, and that one should check. */
export function noticeOf({ items, language }: Omit<Briefing, 'id'>): string {
  const isRewritten = items.some(({ sentences }) => sentences.some((sentence) => sentence.isRewritten));
  return sayIn(language)(isRewritten ? 'noticeRewritten' : 'noticeExtractive');
}

type ShownStory = { readonly item: BriefingItem; readonly shown: Parameters<typeof storyEmbed>[1] };

/** The stories of a message, with how each is to be shown. */
export function shownOf(briefing: Omit<Briefing, 'id'>, part: BriefingPart, form: MessageForm = 'whole'): ShownStory[] {
  const { items, language, postPer } = briefing;
  const isAlone = postPer === 'story';
  const withImage = form === 'whole' && (briefing.images ?? false);
  return items.slice(part.from, part.to).map((item, index) => ({
    item,
    shown: {
      number: isAlone ? null : part.from + index + 1,
      language,
      layout: layoutOf(briefing),
      colour: colourOf(item.topic),
      withImage,
    },
  }));
}

/** Each story has the room that it needs; where that is more than there is, the longest give way. */
function storyEmbeds(heading: APIEmbed | null, stories: readonly ShownStory[], notice: string): APIEmbed[] {
  const natural = stories.map(({ item, shown }) => storyEmbed(item, shown, mostOfOneStory));
  const room = embedsTotal - (heading ? lengthOf(heading) : 0) - notice.length;
  const share = fairShare(natural.map(lengthOf), room);
  const embeds = natural.map((whole, index) => {
    const { item, shown } = stories[index] as ShownStory;
    return lengthOf(whole) <= share ? whole : storyEmbed(item, shown, share);
  });
  return heading ? [heading, ...embeds] : embeds;
}

/** The most that each may take so that all of them together fit. */
function fairShare(lengths: readonly number[], total: number): number {
  let left = total;
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}

/** All stories in one embed, two lines each, without pictures. */
function compactEmbed(heading: APIEmbed, stories: readonly ShownStory[]): APIEmbed {
  const start = heading.description ?? '';
  const room = Math.floor((mostDescription - start.length) / stories.length) - 2;
  const lines = stories.map(({ item, shown }) => storyLines(item, shown, room));
  return { ...heading, description: [start, ...lines].join('\n\n') };
}

/** Text alone: what is sent when Discord takes nothing else. */
function renderPlain(briefing: Briefing, part: BriefingPart, heading: APIEmbed | null, notice: string): Message {
  const stories = shownOf(briefing, part, 'plain');
  const mention = mentionOf(briefing, part);
  const above = [
    ...(mention ? [`<@&${mention}>`] : []),
    ...(heading ? [`**${heading.title}**`, heading.description ?? ''] : []),
  ].join('\n');
  const below = [...(notice ? [`-# ${notice}`] : []), `-# ${timestamp(briefing.dueAt, 'f')}`].join('\n');
  const room = Math.floor((mostContent - above.length - below.length) / stories.length) - 4;
  const lines = stories.map(({ item, shown }) =>
    room < 250 ? escaped(`${shown.number ?? ''} ${item.headline}`, room) : storyLines(item, shown, room, true),
  );
  return { content: [above, ...lines, below].filter(Boolean).join('\n\n'), embeds: [], components: [] };
}

export function headingOf(briefing: Omit<Briefing, 'id'>): APIEmbed {
  const { language, dueAt } = briefing;
  const say = sayIn(language);
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
      `${edition.emoji} ${say('briefingTitle', { edition: say(edition.key), date: dateOf(briefing) })}`,
      200,
    ),
    description: lines.join('\n'),
    color: accent,
  };
}

/** The day of a briefing, or the days of a week: `16–22 November`. */
export function dateOf({ language, timeZone, dueAt, week }: Omit<Briefing, 'id'>): string {
  const day = { day: 'numeric', month: 'long' } as const;
  if (!week) return new Intl.DateTimeFormat(language, { timeZone, weekday: 'long', ...day }).format(dueAt);
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...day });
  return format.formatRange(new Date(week.first), new Date(week.last));
}

function editionOf({ dueAt, timeZone, week }: Omit<Briefing, 'id'>) {
  if (week) return { key: 'editionWeek', emoji: '🗓️' } as const;
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(dueAt));
  if (hour >= 4 && hour < 11) return { key: 'editionMorning', emoji: '🌅' } as const;
  if (hour >= 11 && hour < 16) return { key: 'editionMidday', emoji: '☀️' } as const;
  if (hour >= 16 && hour < 22) return { key: 'editionEvening', emoji: '🌆' } as const;
  return { key: 'editionNight', emoji: '🌙' } as const;
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
export function lengthOf(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  return fields + texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function componentsOf(briefing: Briefing, part: BriefingPart): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const say = sayIn(briefing.language);
  const { items, postPer } = briefing;
  const own = items.slice(part.from, part.to);
  const stories = (postPer === 'story' ? own : items).map((item) => item.storyId);
  const first = postPer === 'story' ? 1 : part.from + 1;
  const select: APIActionRowComponent<APIComponentInMessageActionRow> = {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: markOf(briefing, part.number),
        placeholder: plain(say('readFullBrief'), 150),
        options: own.map((item, index) => ({
          label: optionLabel(`${first + index}. ${item.headline}`),
          value: String(item.storyId),
        })),
      },
    ],
  };
  if (!part.isLast) return [select];
  return [
    select,
    {
      type: ComponentType.ActionRow,
      components: (['related', 'sources'] as const).map((action) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: customId(action, stories),
        label: plain(say(action), 80),
      })),
    },
  ];
}
