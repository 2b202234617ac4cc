import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type SourceFacts, sourceKinds } from './news/source.ts';
import type { NoNewsWords, TopicWords } from './text/topics.ts';

const dataFolder = new URL('../data/', import.meta.url);

const sources = z.array(
  z.object({
    key: z.string().min(1),
    publisher: z.string().min(1),
    title: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }),
    site: z.url().nullable(),
    owner: z.string().min(1),
    country: z.string().length(2).nullable(),
    language: z.string().min(2),
    topics: z.array(z.string()),
    kind: z.enum(sourceKinds),
  }),
);

/** The committed catalogue of real sources. @throws ZodError  naming the entry, if the file was edited wrongly */
export function readCatalogue(): SourceFacts[] {
  return sources.parse(readJson('sources.json'));
}

/** The committed words that tell topics, by language. */
export function readTopicWords(): TopicWords {
  const files = readdirSync(new URL('topic-words/', dataFolder)).filter((file) => file.endsWith('.json'));
  const byTopic = z.record(z.string(), z.array(z.string()));
  return Object.fromEntries(
    files.map((file) => [file.replace('.json', ''), byTopic.parse(readJson(`topic-words/${file}`))]),
  );
}

/** The committed words that tell what is no news, by language. */
export function readNoNewsWords(): NoNewsWords {
  return z.record(z.string(), z.array(z.string())).parse(readJson('no-news-words.json'));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, dataFolder), 'utf8'));
}
