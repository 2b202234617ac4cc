import type { APIEmbed } from 'discord.js';
import { coverageOf } from '../news/coverageOf.ts';
import { ownReporting } from '../news/story.ts';
import { type Bonds, bondsOf } from '../news/storyBonds.ts';
import { type Importance, type ImportanceTerm, importanceOf } from '../news/storyImportance.ts';
import { type Phase, phaseOf } from '../news/storyPhase.ts';
import type { StoryUpdate } from '../news/storyUpdates.ts';
import { findTelling } from '../store/related.ts';
import { findMaterial } from '../store/stories.ts';
import { findSeverities, findStoryUpdates } from '../store/storyUpdates.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import { spelledIn } from '../text/spelledIn.ts';
import type { CommandContext } from './command.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { type Say, sayIn } from './languages/index.ts';
import { phaseKeys } from './phaseKeys.ts';
import { listOf } from './reasonText.ts';
import { colourOf, type Message } from './renderBriefing.ts';
import { storyBriefs } from './storyReplies.ts';

const mostUpdates = 6;
/** Comparing more of them would tell nothing new. */
const mostCompared = 40;

/** What explains a story: where it stands, what it weighs, what binds its articles, and what came to it. */
export type Explanation = {
  readonly headline: string;
  readonly phase: Phase;
  readonly importance: Importance;
  /** Null when there is one report only. */
  readonly bonds: Bonds | null;
  /** Newest first. */
  readonly updates: readonly StoryUpdate[];
};

/** Why a story ranks where it does and why its articles belong together, out of the sources that a server gets. */
export async function whyReply(asked: number, context: CommandContext): Promise<Message> {
  const { db, now, language, guildId } = context;
  const [{ storyId, headline }] = await storyBriefs([asked], context);
  const material = await findMaterial(db, storyId, { language, guildId });
  const articles = material?.articles ?? [];
  const coverage = coverageOf({ articles });
  const own = new Set(ownReporting(coverage).map(({ articleId }) => articleId));
  const reports = articles.filter(({ id }) => own.has(id)).slice(-mostCompared);
  const { tellings, rarity } = await findTelling(db, reports);
  const bound = reports.flatMap((article, index) => {
    const telling = tellings[index];
    return telling ? { telling, figures: featuresOf(article).figures } : [];
  });
  const shown = new Set(articles.map(({ id }) => id));
  const updates = await findStoryUpdates(db, storyId, mostUpdates * 3);
  const severity = (await findSeverities(db, [storyId])).get(storyId);
  const spell = (name: string) =>
    reports.map((report) => spelledIn(`${report.title}\n${leadOf(report)}`, name)).find((found) => found !== name) ??
    name;
  const bonds = bondsOf(bound, rarity);
  return renderWhy(
    {
      headline,
      phase: phaseOf(coverage, now()),
      importance: importanceOf(coverage, now(), severity),
      bonds: reports.length > 1 ? { ...bonds, names: bonds.names.map(spell) } : null,
      updates: updates.filter(({ articleId }) => articleId === null || shown.has(articleId)).slice(0, mostUpdates),
    },
    language,
  );
}

/** The explanation of a story in the reader's words. */
export function renderWhy({ headline, phase, importance, bonds, updates }: Explanation, language: string): Message {
  const say = sayIn(language);
  const ranks = [`-# ${say(phaseKeys[phase])}`, `**${say('whyRanks')}**`, ...ranksLines(importance, say, language)];
  const updateLines = updates.map((update) => updateLine(update, say, language));
  const fields = [
    { name: plain(say('whyTogether'), 256), value: joinWithin(bondsLines(bonds, say, language), '\n', 1_000) },
    { name: plain(say('whyUpdates'), 256), value: joinWithin(updateLines, '\n', 1_000) },
  ];
  const embed: APIEmbed = {
    title: plain(say('whyTitle', { headline: escaped(headline, 160) }), 256),
    description: ranks.join('\n'),
    color: colourOf(null),
    fields: fields.filter(({ value }) => value !== ''),
  };
  return { embeds: [embed] };
}

function ranksLines({ terms, newestAt, freshness, value }: Importance, say: Say, language: string): string[] {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const factor = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return [
    ...terms.map((term) => `${number.format(term.points)} · ${termText(term, say, language)}`),
    `× ${factor.format(freshness)} · ${say('whyFresh', { when: timestamp(newestAt) })}`,
    `= ${factor.format(value)}`,
  ];
}

function termText({ name, amount }: ImportanceTerm, say: Say, language: string): string {
  const inWords = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const dollars = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumSignificantDigits: 2,
  });
  switch (name) {
    case 'origins':
      return say('storyOrigins', { count: amount });
    case 'countries':
      return say('whyCountries', { count: amount });
    case 'kinds':
      return say('whyKinds');
    case 'growth':
      return say('whyGrowth', { count: amount });
    case 'killed':
      return say('whyKilled', { count: amount });
    case 'hurt':
      return say('whyHurt', { count: amount });
    case 'dollars':
      return say('whyMoney', { amount: dollars.format(amount) });
    case 'magnitude':
      return say('whyMagnitude', { amount: inWords.format(amount) });
  }
}

function bondsLines(bonds: Bonds | null, say: Say, language: string): string[] {
  if (!bonds) return [say('whyAlone')];
  const { names, places, figures, words } = bonds;
  const regions = places.map((code) => code.replace('region:', ''));
  const lines = [
    names.length > 0 ? say('whyNames', { list: listOf(names, 'names', language) }) : '',
    regions.length > 0 ? say('whyPlaces', { list: listOf(regions, 'places', language) }) : '',
    figures.length > 0 ? say('whyFigures', { list: figuresText(figures, language) }) : '',
    words.length > 0 ? say('whyWords', { list: listOf(words, 'words', language) }) : '',
  ].filter(Boolean);
  return lines.length > 0 ? lines : [say('whyNothing')];
}

/** `an hour ago · new figures: 27`. */
export function updateLine(update: StoryUpdate, say: Say, language: string): string {
  return `${timestamp(update.at)} · ${updateText(update, say, language)}`;
}

function updateText(update: StoryUpdate, say: Say, language: string): string {
  switch (update.kind) {
    case 'origin':
      return say('updateOrigin', { outlet: escaped(update.outlet, 60) });
    case 'figures':
      return say('updateFigures', { list: figuresText(update.figures, language) });
    case 'names':
      return say('updateNames', { list: listOf(update.names, 'names', language) });
    case 'merged':
      return say('updateMerged', { headline: escaped(update.headline, 120) });
    case 'split':
      return say('updateSplit', { headline: escaped(update.headline, 120) });
  }
}

/** Keys of figures as the language's newspapers write them. */
function figuresText(figures: readonly string[], language: string): string {
  const written = figures.map((key) => {
    const value = Number.parseFloat(key);
    const notation = Math.abs(value) >= 1e6 ? 'compact' : 'standard';
    const isPercent = key.endsWith('%');
    const format = new Intl.NumberFormat(language, {
      notation,
      maximumFractionDigits: 2,
      ...(isPercent ? { style: 'percent' } : {}),
    });
    return Number.isFinite(value) ? format.format(isPercent ? value / 100 : value) : escaped(key, 20);
  });
  return written.join(sayIn(language)('comma'));
}
