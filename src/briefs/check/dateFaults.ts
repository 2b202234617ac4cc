import { datesOf } from '../../text/dates.ts';
import { worldWordsOf } from '../../text/worldWords.ts';
import type { Claim, Fault } from './claim.ts';
import type { Facts } from './factsOf.ts';

/** The dates of a claim that a cited text names too, and those that none does. */
export type CheckedDates = {
  readonly faults: readonly Fault[];
  /** How many of the dates stand in a cited text. */
  readonly held: number;
  /** Whether a position of the claim is inside one of its dates. */
  readonly isDate: (index: number) => boolean;
};

/** What a claim's *yesterday* means is read by the day of each text that it may come from. */
export function checkDates(claim: Claim, cited: readonly Facts[]): CheckedDates {
  const readings = cited.map((facts) => ({
    own: datesOf(claim.text, claim.language, facts.publishedAt),
    theirs: datesOf(facts.text, facts.language, facts.publishedAt),
  }));
  const mentions = readings[0]?.own ?? [];
  const isHeld = (index: number) =>
    readings.some(({ own, theirs }) => {
      const mention = own.find((other) => other.index === index);
      return mention && theirs.some(({ from, to }) => from <= mention.from && mention.to <= to);
    });
  const unknown = mentions.filter(({ index }) => !isHeld(index)).map(({ text }) => text);
  const named = mentions.length > 0 ? [] : calendarWords(claim);
  const known = new Set([
    ...cited.flatMap(calendarWords),
    ...readings.flatMap(({ theirs }) => theirs.flatMap(({ from, to }) => [codesOf(from), codesOf(to)].flat())),
  ]);
  return {
    faults: [...unknown, ...named.filter((code) => !known.has(code))].map((what) => ({ kind: 'date', what })),
    held: mentions.length - unknown.length,
    isDate: (index) =>
      mentions.some((mention) => mention.index <= index && index < mention.index + mention.text.length),
  };
}

/** Months and days of the week that stand alone; *may* and *march* are verbs. */
function calendarWords({ text, language }: Claim): string[] {
  const read = text.replace(/\b(?:may|march)\b/gu, '').replace(/^(?:May|March)\b/u, '');
  return [...worldWordsOf(read.normalize('NFKC').toLowerCase(), language)].filter((code) =>
    /^(?:month|day):/.test(code),
  );
}

function codesOf(date: string): string[] {
  const day = new Date(`${date}T00:00:00Z`);
  return [`month:${day.getUTCMonth()}`, `day:${day.getUTCDay()}`];
}
