import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, candidatesOf } from '../../src/briefs/candidates.ts';
import { Worth } from '../../src/briefs/worth.ts';
import type { Figure } from '../main.ts';

type Translation = {
  readonly story_id: string;
  readonly lang: string;
  readonly title: string;
  readonly sentences: readonly string[];
};

const chosenOfArticle = 3;
/** Sentences that are read of an article: every language must read the same ones. */
const read = 16;
const someDay = new Date('2020-01-06T00:00:00Z');

/**
 * Whether the sentences that are chosen of a translated article are those chosen of the English one: the share of three
 * that are the same. Beside it what three of so many by chance agree in.
 *
 * @param folder  of all data
 */
export async function evaluateAgreement(folder: string): Promise<Figure[]> {
  const clustering = join(folder, 'clustering');
  if (!existsSync(clustering)) return [];
  const sets = readdirSync(clustering, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() || entry.isSymbolicLink(),
  );
  return sets.flatMap(({ name }) => measureSet(name, readTranslations(join(clustering, name))));
}

function readTranslations(folder: string): Translation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      if (!/"story_id".*"sentences"/.test(lines[0] ?? '')) return [];
      return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Translation);
    });
}

function measureSet(set: string, translations: readonly Translation[]): Figure[] {
  const long = translations.filter(({ sentences }) => sentences.length > chosenOfArticle);
  const english = new Map(long.filter(({ lang }) => lang === 'en').map((each) => [each.story_id, chosenIn(each)]));
  const results = long.flatMap(({ lang, story_id, ...rest }) => {
    const expected = english.get(story_id);
    if (lang === 'en' || !expected) return [];
    const chosen = chosenIn({ lang, story_id, ...rest });
    const agreement = chosen.intersection(expected).size / chosenOfArticle;
    return [{ lang, agreement, byChance: chosenOfArticle / Math.min(read, rest.sentences.length) }];
  });
  const figure = (metric: string, own: typeof results): Figure => ({
    set,
    metric,
    value: mean(own.map(({ agreement }) => agreement)),
    n: own.length,
    baseline: Number(mean(own.map(({ byChance }) => byChance)).toFixed(4)),
    reach: null,
    misses: [],
  });
  const byLanguage = [...Map.groupBy(results, ({ lang }) => lang)].map(([lang, own]) =>
    figure(`agreement ${lang}`, own),
  );
  return results.length > 0 ? [figure('agreement', results), ...byLanguage] : [];
}

/** Places of the chosen sentences. */
function chosenIn({ title, lang, sentences }: Translation): Set<number> {
  const own = sentences.slice(0, read).map((text) => {
    const article = { title, summary: '', text, language: lang, publishedAt: someDay, editedAt: null };
    return candidatesOf(article);
  });
  const article = { title, summary: '', text: '', language: lang, publishedAt: someDay, editedAt: null };
  const placed = own.map(
    (parts, position): Candidate => ({
      text: sentences[position]!,
      article,
      position,
      terms: parts.flatMap(({ terms }) => terms),
      isLeaning: parts[0]?.isLeaning ?? true,
    }),
  );
  const candidates = placed.filter(({ terms }) => terms.length > 0);
  const worth = new Worth([{ article, centrality: 1, candidates }]);
  const chosen = new Set<number>();
  for (const candidate of worth.best(candidates).take(chosenOfArticle)) {
    worth.say(candidate);
    chosen.add(candidate.position);
  }
  return chosen;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
