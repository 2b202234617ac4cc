import {
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type DirectNews, dailyStories } from '../news/follow.ts';
import type { OutgoingDirect } from '../news/outside.ts';
import { customId } from './customId.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, link, plain, safeUrl, timestamp } from './escape.ts';
import { followLabel } from './followLabel.ts';
import { joinWithin } from './joinWithin.ts';
import { foreignMark } from './languageName.ts';
import { type Say, sayIn } from './languages/index.ts';
import { phaseKeys } from './phaseKeys.ts';
import { colourOf, type Message, optionLabel } from './renderBriefing.ts';
import { storyEmbed } from './renderStory.ts';
import { updateLine } from './whyReply.ts';

/** Of a story in a message of several; five of them and what stands around them stay below 6,000 characters. */
const roomForStory = 1_050;
const mostLines = 3_500;

type Direct = Pick<OutgoingDirect, 'id' | 'createdAt' | 'language' | 'news'>;
type Stories = Extract<DirectNews, { kind: 'stories' }>;
type Update = Extract<DirectNews, { kind: 'update' }>;

/** What somebody who follows something is told. */
export function renderDirect(direct: Direct): Message {
  const { news, language } = direct;
  const say = sayIn(language);
  if (news.kind === 'closed') {
    const content = say('directClosed', { headline: escaped(news.headline, 300) });
    return {
      content,
      components: controlsOf(direct, [{ label: optionLabel(news.headline), value: `${news.storyId}` }], []),
    };
  }
  if (news.kind === 'update') {
    const options = [{ label: optionLabel(news.headline), value: `${news.storyId}` }];
    const stop = button(customId('unfollow', [news.followId]), say('stopFollowingStory'));
    return { embeds: [updateOf(news, language, say)], components: controlsOf(direct, options, [stop]) };
  }
  const options = news.stories.map(({ item }, index) => ({
    label: optionLabel(`${index + 1}. ${item.headline}`),
    value: `${item.storyId}`,
  }));
  const follows = [...new Map(news.stories.map(({ follow }) => [follow.id, follow])).values()];
  const stops = follows.slice(0, 4).map((follow) => {
    const what = followLabel(follow, language);
    return button(customId('unfollow', [follow.id]), say('stopFollowing', { what: plain(what, 50) }));
  });
  return { embeds: embedsOf(news, language, say), components: controlsOf(direct, options, stops) };
}

/** The custom id by which a direct message is known, whenever it is looked for. */
export function directMarkOf({ id, createdAt }: Pick<Direct, 'id' | 'createdAt'>): string {
  return customId('following', [id, createdAt.getTime()]);
}

/** What came to a story, dated, and who reports it. */
function updateOf({ headline, url, topic, phase, updates, reports }: Update, language: string, say: Say): APIEmbed {
  const start = lineStart(language);
  const brought = updates.map((update) => `${start}${updateLine(update, say, language)}`);
  const told = reports.map((report) => {
    const title = isolated(link(escaped(report.title, 160), report.url), report.language, language);
    const facts = `${escaped(report.outlet, 50)}${foreignMark(report.language, language)}`;
    return `${start}${timestamp(report.publishedAt)} · ${title} · ${facts}`;
  });
  const embed: APIEmbed = {
    title: escaped(headline, 256) || '…',
    description: joinWithin(
      [`-# ${start}${say(phaseKeys[phase])}`, `**${say('directNew')}**`, ...told, ...brought],
      '\n',
      mostLines,
    ),
    color: colourOf(topic),
  };
  const safe = safeUrl(url);
  return safe ? { ...embed, url: safe } : embed;
}

function embedsOf({ stories, more, isLast }: Stories, language: string, say: Say): APIEmbed[] {
  const whats = [...new Set(stories.map(({ follow }) => followLabel(follow, language)))];
  const lines = [
    ...(whats.length > 0
      ? [say('directBecause', { what: whats.map((what) => `*${escaped(what, 60)}*`).join(say('comma')) })]
      : []),
    ...(more > 0 ? [say('directMore', { count: more })] : []),
    ...(isLast ? [say('directLast', { count: dailyStories })] : []),
  ];
  const heading = {
    title: plain(say('directStories'), 200),
    description: lines.join('\n'),
    color: colourOf(null),
  };
  const shown = stories.map(({ item }, index) => {
    const shown = {
      number: index + 1,
      language,
      layout: 'cards',
      colour: colourOf(item.topic),
      withImage: false,
    } as const;
    return storyEmbed(item, shown, roomForStory);
  });
  const last = shown.at(-1);
  if (last) last.footer = { text: plain(say('noticeExtractive'), 400) };
  return [heading, ...shown];
}

function controlsOf(
  direct: Direct,
  options: readonly APISelectMenuOption[],
  stops: readonly APIButtonComponentWithCustomId[],
): NonNullable<Message['components']> {
  const say = sayIn(direct.language);
  const reading = {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: customId('brief', [direct.id, direct.createdAt.getTime(), 0]),
        placeholder: plain(say('readFullBrief'), 150),
        options: [...options],
      },
    ],
  };
  const following = button(directMarkOf(direct), say('whatYouFollow'));
  const buttons = { type: ComponentType.ActionRow as const, components: [...stops, following] };
  return options.length > 0 ? [reading, buttons] : [buttons];
}

function button(custom_id: string, label: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label: plain(label, 80) };
}
