import { type APIActionRowComponent, type APIComponentInMessageActionRow, ComponentType } from 'discord.js';
import type { Brief, BriefSource, Sentence } from '../news/brief.ts';
import { quotedSentence, sentencesOf } from './briefBlocks.ts';
import { customId } from './customId.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import { sayIn } from './languages/index.ts';
import { colourOf, type Message, optionLabel } from './renderBriefing.ts';
import { outletLink } from './renderSources.ts';

const longestQuote = 900;
/** A select has no more options. */
const mostOptions = 25;

/** A select with the sentences of a page, or null when it has none; the one chosen is answered with its receipts. */
export function receiptsChoice(
  brief: Brief,
  sentences: readonly Sentence[],
  language: string,
): APIActionRowComponent<APIComponentInMessageActionRow> | null {
  const choices = new Map(sentences.map((sentence) => [sentenceKey(sentence), sentence]));
  if (choices.size === 0) return null;
  const options = [...choices].slice(0, mostOptions).map(([value, { text, sources }]) => {
    const outlets = sourcesOf(brief, sources).map(({ outlet }) => outlet);
    return {
      label: optionLabel(text),
      description: optionLabel(`${sources.slice(0, 4).join(', ')} · ${outlets.join(', ')}`),
      value,
    };
  });
  const placeholder = plain(sayIn(language)('showReceipts'), 150);
  const custom_id = customId('receipts', [brief.storyId]);
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id, placeholder, options }],
  };
}

/**
 * The sources' own words for a sentence that was chosen. A brief may have been rewritten since: a sentence that it still
 * has is answered from it, for any other that is said.
 */
export function renderReceipts(brief: Brief, key: string, language: string): Message {
  const say = sayIn(language);
  const sentences = [...sentencesOf(brief), ...brief.quotations.map(quotedSentence)];
  const sentence = sentences.find((each) => sentenceKey(each) === key);
  if (!sentence) return { content: say('receiptGone') };
  const { text, receipts, isRewritten, sources } = sentence;
  const own = isolated(escaped(text, longestQuote), sentence.language, language);
  const by = say('receiptRewritten', { model: escaped(brief.writer, 80) });
  const rewritten = isRewritten ? [`${lineStart(language, sentence.language)}${own}`, `**${by}**`] : [];
  const words = receipts.flatMap((receipt) => {
    const [source] = sourcesOf(brief, [receipt.source]);
    return source ? [`${quote(receipt.text, source, language)}\n${originOf(source, language)}`] : [];
  });
  const shown = new Set(receipts.map(({ source }) => source));
  const others = sourcesOf(
    brief,
    sources.filter((number) => !shown.has(number)),
  );
  const outlets = others.slice(0, 4).map((source) => outletLink(source, language));
  const also = outlets.length > 0 ? [say('receiptAlso', { outlets: outlets.join(say('comma')) })] : [];
  return {
    embeds: [
      {
        title: plain(say('receiptsTitle'), 256),
        description: joinWithin([...rewritten, ...words, ...also], '\n\n', 4_000),
        color: colourOf(null),
      },
    ],
  };
}

/** A number that stands for a sentence's text (FNV-1a, 32 bits): it finds the sentence again in a later version. */
export function sentenceKey({ text }: Pick<Sentence, 'text'>): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return String(hash >>> 0);
}

function quote(text: string, source: BriefSource, language: string): string {
  const words = isolated(escaped(text, longestQuote), source.language, language);
  return `> ${lineStart(language, source.language)}${words}`;
}

/** `[1] Outlet 🇬🇧 · 23 November 2026 04:30 · English`. */
function originOf(source: BriefSource, language: string): string {
  const facts = [
    outletLink(source, language),
    timestamp(source.publishedAt, 'f'),
    languageName(source.language, language),
  ];
  return `${lineStart(language)}\\[${source.number}\\] ${facts.join(' · ')}`;
}

function sourcesOf({ sources }: Brief, numbers: readonly number[]): BriefSource[] {
  return numbers.flatMap((wanted) => sources.find(({ number }) => number === wanted) ?? []);
}
