import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Brief, BriefSource, Sentence } from '../news/brief.ts';
import type { Phase } from '../news/storyPhase.ts';
import { sameLanguage } from '../text/language.ts';
import { customId } from './customId.ts';
import { escaped, link, plain, safeUrl, timestamp } from './escape.ts';
import type { MessageKey } from './languages/en.ts';
import { type Say, sayIn } from './languages/index.ts';
import { colourOf, languageName, type Message, optionLabel, renderSentences } from './renderBriefing.ts';

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

export const phaseKeys: Readonly<Record<Phase, MessageKey>> = {
  breaking: 'phaseBreaking',
  developing: 'phaseDeveloping',
  sustained: 'phaseSustained',
  fading: 'phaseFading',
  closed: 'phaseClosed',
};

const mostSourcesLength = 1_400;
const mostRelatedLength = 1_300;

/** The full brief of a story, for the one who asked. */
export function renderBrief(
  brief: Brief,
  related: readonly Teaser[],
  { topic, phase }: { topic: string | null; phase: Phase | null },
  language: string,
): Message {
  const say = sayIn(language);
  const standfirst = renderSentences(brief.standfirst, language, 700);
  const points = renderPoints(brief.points, language, 1_500);
  const body = [
    phase && `-# ${phaseText(phase, brief, say)}`,
    standfirst || `*${say('briefHeadlineOnly')}*`,
    points && `**${say('keyPoints')}**\n${points}`,
    `**${say('sourcesHeading')}**\n${renderSourceLines(brief.sources, language, mostSourcesLength)}`,
  ];
  const main: APIEmbed = {
    title: escaped(brief.headline, 256) || '…',
    description: body.filter(Boolean).join('\n\n'),
    color: colourOf(topic),
  };
  const url = safeUrl(brief.url);
  if (url) main.url = url;
  const image = safeUrl(brief.imageUrl);
  if (image) main.thumbnail = { url: image };
  const relatedEmbed: APIEmbed = {
    title: plain(say('relatedHeading'), 256),
    description: related.length > 0 ? renderTeasers(related, language, mostRelatedLength) : say('relatedNone'),
    color: colourOf(topic),
    footer: { text: plain(noticeOf(brief, say), 600) },
  };
  const rows = [storyChoice(related, language), whyButton(brief.storyId, say)].filter((row) => row !== null);
  return { embeds: [main, relatedEmbed], components: rows };
}

/** `Developing · began 3 hours ago`. */
function phaseText(phase: Phase, { sources }: Brief, say: Say): string {
  const began = new Date(Math.min(...sources.map(({ publishedAt }) => publishedAt.getTime())));
  return `${say(phaseKeys[phase])} · ${say('storyBegan', { when: timestamp(began) })}`;
}

function whyButton(storyId: number, say: Say): APIActionRowComponent<APIComponentInMessageActionRow> {
  const label = plain(say('why'), 80);
  const custom_id = customId('why', [storyId]);
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label } as const;
  return { type: ComponentType.ActionRow, components: [button] };
}

/** How it was made; nothing is counted where there is nothing but a headline. */
function noticeOf({ standfirst, points }: Brief, say: Say): string {
  const sentences = standfirst.length + points.length;
  return sentences > 0 ? say('briefNoticeExtractive', { sentences }) : say('noticeExtractive');
}

/** Related stories, for `/related` and its button. */
export function renderRelated(headline: string, related: readonly Teaser[], language: string): Message {
  const say = sayIn(language);
  const embed: APIEmbed = {
    title: plain(say('relatedTitle', { headline: escaped(headline, 160) }), 256),
    description: related.length > 0 ? renderTeasers(related, language, 3_500) : say('relatedNone'),
    color: colourOf(null),
  };
  return { embeds: [embed], components: [storyChoice(related, language)].filter((row) => row !== null) };
}

/** The sources of stories, each story under its headline. */
export function renderSources(briefs: readonly Brief[], language: string): Message {
  const say = sayIn(language);
  const each = Math.floor(3_800 / Math.max(1, briefs.length));
  const stories = briefs.map((brief) => {
    const headline = `**${link(escaped(brief.headline, 140), brief.url)}**`;
    return `${headline}\n${renderSourceLines(brief.sources, language, Math.max(120, each - headline.length))}`;
  });
  return {
    embeds: [
      { title: plain(say('sources'), 256), description: joinWithin(stories, '\n\n', 4_000), color: colourOf(null) },
    ],
  };
}

function renderPoints(points: readonly Sentence[], language: string, max: number): string {
  const each = Math.max(200, Math.floor(max / Math.max(1, points.length)));
  const lines = points.map((point) => `- ${renderSentences([point], language, each - 3)}`);
  return joinWithin(lines, '\n', max);
}

/** `1 Outlet, title, when`: copies name what they repeat. */
function renderSourceLines(sources: readonly BriefSource[], language: string, max: number): string {
  const say = sayIn(language);
  const lines = sources.map((source) => {
    const foreign = sameLanguage(source.language, language) ? [] : [languageName(source.language, language)];
    const copy = source.copyOf === null ? [] : [say('sourceCopies', { number: source.copyOf })];
    const facts = [timestamp(source.publishedAt), ...foreign, ...copy].join(' · ');
    return `\`${source.number}\` ${link(escaped(source.outlet, 50), source.url)} ${flagOf(source.country)}· ${facts}`;
  });
  return joinWithin(lines, '\n', max);
}

function flagOf(country: string | null): string {
  if (!country || !/^[A-Z]{2}$/.test(country)) return '';
  return `${String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65))} `;
}

function renderTeasers(related: readonly Teaser[], language: string, max: number): string {
  const blocks = related.map((story) => {
    const mark = sameLanguage(story.language, language) ? '' : ` (${languageName(story.language, language)})`;
    const head = `**${link(escaped(story.headline, 140), story.url)}**${mark}`;
    const teaser = story.teaser ? `\n${escaped(story.teaser.text, 180)}` : '';
    const facts = [escaped(story.outlet, 40), timestamp(story.publishedAt), story.why].filter(Boolean);
    return `${head}${teaser}\n-# ${facts.join(' · ')}`;
  });
  return joinWithin(blocks, '\n', max);
}

function storyChoice(
  stories: readonly Teaser[],
  language: string,
): APIActionRowComponent<APIComponentInMessageActionRow> | null {
  if (stories.length === 0) return null;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId('brief'),
        placeholder: plain(sayIn(language)('readFullBrief'), 150),
        options: stories.slice(0, 25).map((story) => ({
          label: optionLabel(story.headline),
          description: optionLabel(story.outlet),
          value: String(story.storyId),
        })),
      },
    ],
  };
}

/** As many of the parts as fit, whole, then how many more there are: at most `max`, or `… +9` if even that is less. */
export function joinWithin(parts: readonly string[], separator: string, max: number): string {
  const whole = parts.join(separator);
  if (whole.length <= max) return whole;
  let room = max - `… +${parts.length}`.length;
  const kept = parts.slice(
    0,
    parts.findIndex((part) => {
      room -= part.length + separator.length;
      return room < 0;
    }),
  );
  return [...kept, `… +${parts.length - kept.length}`].join(separator);
}
