import type { RelatedStory } from '../store/related.ts';
import { escaped } from './escape.ts';
import { sayIn } from './languages/index.ts';
import { topicLabel } from './topicLabel.ts';

const dayMs = 86_400_000;

/** Why a story helps to understand another one, in a line: `also about Halvern · 3 weeks earlier`. */
export function reasonText(
  { reason, earlierMs }: Pick<RelatedStory, 'reason' | 'earlierMs'>,
  language: string,
): string {
  return [sharedText(reason, language), timeText(earlierMs, language)].filter(Boolean).join(' · ');
}

function sharedText({ kind, shared }: RelatedStory['reason'], language: string): string {
  const say = sayIn(language);
  const list = listOf(kind === 'words' ? shared.slice(0, 2) : shared, kind, language);
  if (kind === 'places') return say('relatedPlaces', { places: list });
  return say(kind === 'words' ? 'relatedWords' : 'relatedAbout', { shared: list });
}

/** Names, words, countries by code or topics by key as a list in the reader's language; escaped. */
export function listOf(terms: readonly string[], kind: RelatedStory['reason']['kind'], language: string): string {
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const labels = terms.map((term) => {
    if (kind === 'places') return /^[A-Z]{2}$/.test(term) ? (regions.of(term) ?? term) : term;
    return kind === 'topic' ? topicLabel(term, language) : term;
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(labels.map((label) => escaped(label, 60)));
}

/** Empty for stories of about the same day. */
function timeText(earlierMs: number, language: string): string {
  const say = sayIn(language);
  const days = Math.round(Math.abs(earlierMs) / dayMs);
  const when = earlierMs >= 0 ? 'earlier' : 'later';
  if (days < 1) return '';
  if (days < 14) return say('relatedDays', { count: days, when });
  if (days < 60) return say('relatedWeeks', { count: Math.round(days / 7), when });
  return say('relatedMonths', { count: Math.round(days / 30), when });
}
