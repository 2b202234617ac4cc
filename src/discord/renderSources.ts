import type { Brief, BriefSource } from '../news/brief.ts';
import { sameLanguage } from '../text/language.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped, link, plain, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import { sayIn } from './languages/index.ts';
import { colourOf, type Message } from './renderBriefing.ts';

/** Longer addresses are left out: the headline still links to the best original. */
const longestAddress = 600;

/** The sources of stories, each story under its headline. */
export function renderSources(briefs: readonly Brief[], language: string): Message {
  const say = sayIn(language);
  const each = Math.floor(3_800 / Math.max(1, briefs.length));
  const stories = briefs.map((brief) => {
    const headline = `**${link(escaped(brief.headline, 140), brief.url)}**`;
    const lines = brief.sources.map((source) => sourceLine(source, language));
    return `${headline}\n${joinWithin(lines, '\n', Math.max(120, each - headline.length))}`;
  });
  return {
    embeds: [
      { title: plain(say('sources'), 256), description: joinWithin(stories, '\n\n', 4_000), color: colourOf(null) },
    ],
  };
}

/** `1 Outlet 🇬🇧 · when · language`: copies name what they repeat. */
export function sourceLine(source: BriefSource, language: string): string {
  const foreign = sameLanguage(source.language, language) ? [] : [languageName(source.language, language)];
  const copy = source.copyOf === null ? [] : [sayIn(language)('sourceCopies', { number: source.copyOf })];
  const facts = [timestamp(source.publishedAt), ...foreign, ...copy].join(' · ');
  return `${lineStart(language)}\`${source.number}\` ${outletLink(source, language)} · ${facts}`;
}

/** The outlet, which leads to the original, with its country's flag. */
export function outletLink({ outlet, url, country, language: own }: BriefSource, language: string): string {
  const name = link(escaped(outlet, 50), url.length > longestAddress ? null : url);
  return [isolated(name, own, language), flagOf(country)].filter(Boolean).join(' ');
}

function flagOf(country: string | null): string {
  if (!country || !/^[A-Z]{2}$/.test(country)) return '';
  return String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}
