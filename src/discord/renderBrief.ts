import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Brief } from '../news/brief.ts';
import type { Phase } from '../news/storyPhase.ts';
import { briefBlocks, sentencesOf } from './briefBlocks.ts';
import { briefPages } from './briefPages.ts';
import { customId } from './customId.ts';
import { lineStart } from './direction.ts';
import { escaped, plain, safeUrl, timestamp } from './escape.ts';
import { type Say, sayIn } from './languages/index.ts';
import { phaseKeys } from './phaseKeys.ts';
import { colourOf, type Message } from './renderBriefing.ts';
import { receiptsChoice } from './renderReceipts.ts';
import { renderTeasers, storyChoice, type Teaser } from './renderRelated.ts';

const mostRelatedLength = 1_300;

/**
 * A page of the full brief of a story. The last one has the related stories.
 *
 * @param page  from 0; one that there is not (any more) becomes the nearest that there is
 */
export function renderBrief(
  brief: Brief,
  related: readonly Teaser[],
  { topic, phase }: { topic: string | null; phase: Phase | null },
  language: string,
  page = 0,
): Message {
  const say = sayIn(language);
  const color = colourOf(topic);
  const pages = briefPages(briefBlocks(brief, language));
  const current = Math.min(Math.max(0, page), pages.length - 1);
  const { text = '', sentences = [] } = pages[current] ?? {};
  const phaseLine = phase && current === 0 ? `-# ${lineStart(language)}${phaseText(phase, brief, say)}` : '';
  const main: APIEmbed = {
    title: escaped(brief.headline, 256) || '…',
    description: [phaseLine, text].filter(Boolean).join('\n\n'),
    color,
  };
  const url = safeUrl(brief.url);
  if (url) main.url = url;
  const image = safeUrl(brief.imageUrl);
  if (image && current === 0) main.thumbnail = { url: image };
  const teasers = current === pages.length - 1 ? related : [];
  const description = renderTeasers(teasers, language, mostRelatedLength);
  const embeds = teasers.length > 0 ? [main, { title: plain(say('relatedHeading'), 256), description, color }] : [main];
  const last = embeds.at(-1) ?? main;
  last.footer = { text: plain(noticeOf(brief, say), 600) };
  const rows = [
    receiptsChoice(brief, sentences, language),
    teasers.length > 0 ? storyChoice(teasers, say('relatedHeading')) : null,
    pages.length > 1 ? rowOf(turningButtons(brief.storyId, current, pages.length, say)) : null,
    rowOf(closingButtons(brief.storyId, say)),
  ];
  return { embeds, components: rows.filter((row) => row !== null) };
}

/** `Developing · began 3 hours ago`. */
function phaseText(phase: Phase, { sources }: Brief, say: Say): string {
  const began = new Date(Math.min(...sources.map(({ publishedAt }) => publishedAt.getTime())));
  return `${say(phaseKeys[phase])} · ${say('storyBegan', { when: timestamp(began) })}`;
}

/** How it was made; nothing is counted where there is nothing but a headline. */
function noticeOf(brief: Brief, say: Say): string {
  const sentences = sentencesOf(brief);
  const rewritten = sentences.filter(({ isRewritten }) => isRewritten).length;
  if (sentences.length === 0) return say('noticeExtractive');
  if (rewritten === 0) return say('briefNoticeExtractive', { sentences: sentences.length });
  return say('briefNoticeModel', {
    sentences: sentences.length,
    quoted: sentences.length - rewritten,
    rewritten,
    model: plain(brief.writer, 80),
  });
}

/** Turning pages. What it needs is in the ids. */
function turningButtons(storyId: number, page: number, pages: number, say: Say): APIButtonComponentWithCustomId[] {
  const turn = (label: string, place: number, target: number, disabled: boolean) => ({
    ...button(customId('briefPage', [storyId, Math.max(0, target), place]), label),
    disabled,
  });
  return [
    turn(say('previous'), 0, page - 1, page === 0),
    turn(say('pageOf', { page: page + 1, pages }), 1, page, true),
    turn(say('next'), 2, page + 1, page === pages - 1),
  ];
}

/** Why the story stands where it does, how to hear of it again, and what the reader thinks of the brief. */
function closingButtons(storyId: number, say: Say): APIButtonComponentWithCustomId[] {
  return [
    button(customId('why', [storyId]), say('why')),
    button(customId('follow', [storyId]), say('followThis')),
    button(customId('useful', [storyId]), say('feedbackUseful')),
    button(customId('wrong', [storyId]), say('feedbackWrong')),
  ];
}

function button(custom_id: string, label: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label: plain(label, 80) };
}

function rowOf(components: APIButtonComponentWithCustomId[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
