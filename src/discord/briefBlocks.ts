import {
  type Brief,
  type BriefQuotation,
  type Section,
  type SectionKind,
  type Sentence,
  sentencesOfText,
} from '../news/brief.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, timestamp } from './escape.ts';
import { foreignMark } from './languageName.ts';
import type { MessageKey } from './languages/en.ts';
import { type Say, sayIn } from './languages/index.ts';
import { numbersOf, renderSentences } from './renderSentences.ts';
import { outletLink, sourceLine } from './renderSources.ts';

/** A line as it is shown, and the sentences in it that somebody may ask the sources' words of. */
export type BriefLine = { readonly text: string; readonly sentences: readonly Sentence[] };
/** Lines that belong together, under a heading. */
export type BriefBlock = { readonly heading: string | null; readonly lines: readonly BriefLine[] };

const longestSentence = 1_000;
const longestStandfirst = 700;
const longestQuotation = 600;
const longestExcerpt = 240;
/** For a figure: enough to know what it counts; the sentence itself stands elsewhere or can be asked for. */
const longestContext = 140;
const mostBefore = 70;
const mostSides = 4;
/** More than a brief of sentences ever holds: it bounds what a mistake could make of it. */
const mostLines = 60;

const headings: Readonly<Record<SectionKind, MessageKey>> = {
  happened: 'sectionHappened',
  reactions: 'sectionReactions',
  counterview: 'sectionCounterview',
  background: 'sectionBackground',
  outlook: 'sectionOutlook',
  unknown: 'sectionUnknown',
};

/** What a brief says, in the order of reading; what the sources hold nothing for is left out. */
export function briefBlocks(brief: Brief, language: string): BriefBlock[] {
  const say = sayIn(language);
  const section = (kind: SectionKind) => sectionBlock(brief.sections, kind, say, language);
  const blocks = [
    { heading: null, lines: [standfirstLine(brief, say, language)] },
    { heading: null, lines: openingLines(brief, language) },
    section('happened'),
    section('reactions'),
    { heading: say('quotationsHeading'), lines: quotationLines(brief, language) },
    section('counterview'),
    { heading: say('disagreementsHeading'), lines: disagreementLines(brief, language) },
    section('background'),
    { heading: say('figuresHeading'), lines: figureLines(brief, language) },
    { heading: say('timelineHeading'), lines: timelineLines(brief, language) },
    section('outlook'),
    section('unknown'),
    {
      heading: say('sourcesHeading'),
      lines: brief.sources.map((source) => ({ text: sourceLine(source, language), sentences: [] })),
    },
  ];
  return blocks.filter(({ lines }) => lines.length > 0).map((block) => ({ ...block, lines: bounded(block.lines) }));
}

/** Every sentence of a brief, each once. */
export function sentencesOf(brief: Brief): Sentence[] {
  const all = [
    ...sentencesOfText(brief),
    ...brief.disagreements.flatMap(({ sides }) => sides.map(({ sentence }) => sentence)),
    ...brief.figures.map(({ sentence }) => sentence),
    ...brief.timeline.map(({ sentence }) => sentence),
  ];
  return [...new Map(all.map((sentence) => [sentence.text, sentence])).values()];
}

/** A quotation is its own receipt. */
export function quotedSentence({ text, language, source }: BriefQuotation): Sentence {
  return { text, language, sources: [source], receipts: [{ source, text }], isRewritten: false };
}

function standfirstLine({ standfirst }: Brief, say: Say, language: string): BriefLine {
  const text = renderSentences(standfirst, language, longestStandfirst);
  return text ? { text, sentences: standfirst } : { text: `*${say('briefHeadlineOnly')}*`, sentences: [] };
}

function openingLines({ opening }: Brief, language: string): BriefLine[] {
  return opening ? [{ text: renderSentences([opening], language, longestSentence), sentences: [opening] }] : [];
}

function sectionBlock(sections: readonly Section[], kind: SectionKind, say: Say, language: string): BriefBlock {
  const sentences = sections.filter((section) => section.kind === kind).flatMap((section) => section.sentences);
  return { heading: say(headings[kind]), lines: sentences.map((sentence) => sentenceLine(sentence, language)) };
}

function sentenceLine(sentence: Sentence, language: string): BriefLine {
  return { text: `- ${renderSentences([sentence], language, longestSentence)}`, sentences: [sentence] };
}

/** The words, and beneath them who said them to whom; an empty line parts one quotation from the next. */
function quotationLines({ quotations, sources }: Brief, language: string): BriefLine[] {
  return quotations.map((quotation, index) => {
    const { text, speaker, source, language: own } = quotation;
    const outlet = sources.find(({ number }) => number === source);
    const words = isolated(sayIn(own)('inQuotes', { text: escaped(unquoted(text), longestQuotation) }), own, language);
    const from = [escaped(speaker, 100), outlet ? outletLink(outlet, language) : ''].filter(Boolean).join(' · ');
    const lines = [
      `> ${lineStart(language, own)}${words}${foreignMark(own, language)}`,
      `> ${lineStart(language)}— ${from} ${numbersOf([source])}`,
    ];
    return { text: (index > 0 ? '\n' : '') + lines.join('\n'), sentences: [quotedSentence(quotation)] };
  });
}

/** Without the quotation marks around all of it, and the comma before *said*. */
function unquoted(text: string): string {
  const words = /^[“"„«「『](?<inner>[^“”"„«»「」『』]*)[”"“»」』]$/u.exec(text.trim())?.groups?.inner ?? text;
  return words.trim().replace(/[,،，、]$/u, '');
}

/** What each of them says, with outlet and time, side by side; an empty line parts one disagreement from the next. */
function disagreementLines({ disagreements, sources }: Brief, language: string): BriefLine[] {
  return disagreements.map((disagreement, index) => {
    const sides = disagreement.sides.slice(0, mostSides);
    const lines = sides.map(({ figure, sentence, at }) => {
      const source = sources.find(({ number }) => number === sentence.sources[0]);
      const outlet = source ? isolated(escaped(source.outlet, 50), source.language, language) : '';
      const value = figure ? `**${escaped(figure, 60) || '…'}**` : '';
      const head = [value, outlet, timestamp(at, 'f')].filter(Boolean).join(' · ');
      return `- ${lineStart(language)}${head}\n  ${renderSentences([sentence], language, longestExcerpt)}`;
    });
    return {
      text: (index > 0 ? '\n' : '') + lines.join('\n'),
      sentences: sides.map(({ sentence }) => sentence),
    };
  });
}

function figureLines({ figures }: Brief, language: string): BriefLine[] {
  return figures.map(({ figure, sentence }) => {
    const said = renderSentences([{ ...sentence, text: fromNear(figure, sentence.text) }], language, longestContext);
    return { text: `- ${lineStart(language)}**${escaped(figure, 60) || '…'}** · ${said}`, sentences: [sentence] };
  });
}

/** A sentence from a little before what it is quoted for, if that stands too far on to be seen. */
function fromNear(figure: string, text: string): string {
  const at = text.indexOf(figure);
  if (at < mostBefore) return text;
  const space = text.indexOf(' ', at - mostBefore / 2);
  return `… ${text.slice(space > 0 && space < at ? space + 1 : at)}`;
}

function timelineLines({ timeline }: Brief, language: string): BriefLine[] {
  const years = new Set(timeline.map(({ date }) => date.slice(0, 4)));
  return timeline.map(({ date, sentence }) => {
    const said = renderSentences([sentence], language, longestExcerpt);
    const day = dayText(date, language, years.size > 1);
    return { text: `- ${lineStart(language)}**${escaped(day, 60)}** · ${said}`, sentences: [sentence] };
  });
}

/** `23 November`, `November 2026` or `2026`, as readers of the language write it. */
function dayText(date: string, language: string, withYear: boolean): string {
  const [year, month, day] = date.split('-');
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  const shown: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    ...((withYear || !day) && { year: 'numeric' }),
  };
  return new Intl.DateTimeFormat(language, shown).format(at);
}

function bounded(lines: readonly BriefLine[]): BriefLine[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), { text: `… +${lines.length - mostLines}`, sentences: [] }];
}
