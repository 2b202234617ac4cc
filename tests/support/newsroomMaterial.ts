import { readdirSync, readFileSync } from 'node:fs';
import type { BriefMaterial } from '../../src/news/brief.ts';
import { anArticle, monday } from './articles.ts';
import { aSource } from './sources.ts';

type Event = { event: string; articles: readonly EventArticle[] };
type EventArticle = {
  id: string;
  publisher: string;
  minute: number;
  title: string;
  summary: string;
  body: readonly string[];
  copyOf?: string;
};
type Publisher = { key: string; name: string; owner: string; country: string; language: string };

const folder = new URL('../../data/newsroom/', import.meta.url);
const parse = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/** A brief's material for each story of the sample newsroom and each language that it is told in. */
export function newsroomMaterials(): BriefMaterial[] {
  const publishers = new Map((parse('publishers.json') as Publisher[]).map((each) => [each.key, each]));
  const events = readdirSync(new URL('events/', folder)).map((file) => parse(`events/${file}`) as Event);
  return events.flatMap(({ articles }, index) => {
    const idOf = new Map(articles.map(({ id }, at) => [id, at + 1]));
    const told = articles.map(({ id, publisher, minute, title, summary, body, copyOf }) => {
      const { name, owner, country, language } = publishers.get(publisher)!;
      const publishedAt = new Date(monday.getTime() + minute * 60_000);
      const text = body.join('\n\n');
      const url = `https://newsroom.example/${id}`;
      return {
        ...anArticle({ id: idOf.get(id)!, url, title, summary, text, language, publishedAt }),
        copyOf: copyOf ? idOf.get(copyOf)! : null,
        source: aSource({ publisher: name, owner, country, language }),
      };
    });
    const byTime = told.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
    return [...new Set(told.map(({ language }) => language))].map((language) => ({
      story: { id: index + 1, createdAt: monday, changedAt: monday, version: 1, headline: byTime[0]!.title, language },
      language,
      articles: byTime,
    }));
  });
}
