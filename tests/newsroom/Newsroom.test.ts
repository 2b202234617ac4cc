import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Newsroom } from '../../src/newsroom/Newsroom.ts';

const folder = new URL('../../data/newsroom/', import.meta.url);
const opening = new Date('2026-11-23T06:00:00Z');
const later = (minutes: number) => new Date(opening.getTime() + minutes * 60_000);

const standing = (newsroom: Newsroom) => newsroom.publishers.flatMap(({ key }) => newsroom.articlesOf(key));

function fileForState(): string {
  const path = mkdtempSync(join(tmpdir(), 'newsroom-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return join(path, 'newsroom.json');
}

function publishedUntilTheEnd(): Newsroom {
  const newsroom = new Newsroom(folder, null, opening);
  for (let minute = 1; newsroom.publishNext(later(minute)) !== null; minute++);
  return newsroom;
}

describe('what the newsroom holds', () => {
  const newsroom = publishedUntilTheEnd();
  const articles = [...newsroom.eventOf.keys()].map((id) => newsroom.findArticle(id)!);
  const languageOf = new Map(newsroom.publishers.map(({ key, language }) => [key, language]));
  const byEvent = Map.groupBy(articles, ({ id }) => newsroom.eventOf.get(id));
  const eventsWith = (countOf: (members: typeof articles) => number, least: number) =>
    [...byEvent.values()].filter((members) => countOf(members) >= least).length;

  it('at least 9 publishers in 5 languages and all 4 formats', () => {
    expect(newsroom.publishers.length).toBeGreaterThanOrEqual(9);
    expect(new Set(languageOf.values())).toEqual(new Set(['en', 'ja', 'ko', 'de', 'es', 'fr']));
    expect(new Set(newsroom.publishers.map(({ format }) => format))).toEqual(new Set(['rss', 'rdf', 'atom', 'json']));
  });

  it('at least 80 articles about 25 events', () => {
    expect(articles.length).toBeGreaterThanOrEqual(80);
    expect(byEvent.size).toBeGreaterThanOrEqual(25);
  });

  it('10 events covered by several outlets, 6 in several languages', () => {
    expect(eventsWith((members) => new Set(members.map(({ publisher }) => publisher)).size, 2)).toBeGreaterThanOrEqual(
      10,
    );
    const languages = (members: typeof articles) =>
      new Set(members.map(({ publisher }) => languageOf.get(publisher))).size;
    expect(eventsWith(languages, 2)).toBeGreaterThanOrEqual(6);
  });

  it('wire copies, which repeat a paragraph of another outlet', () => {
    const paragraphs = Map.groupBy(
      articles.flatMap(({ publisher, body }) => body.map((text) => ({ publisher, text }))),
      ({ text }) => text,
    );
    const repeated = [...paragraphs.values()].filter(
      (same) => new Set(same.map(({ publisher }) => publisher)).size > 1,
    );
    expect(repeated.length).toBeGreaterThan(3);
  });

  it('articles that were updated', () => {
    const updated = articles.filter(({ updatedAt }) => updatedAt !== null);
    expect(updated.length).toBeGreaterThan(0);
    for (const { publishedAt, updatedAt } of updated)
      expect(updatedAt!.getTime()).toBeGreaterThan(publishedAt.getTime());
  });

  it('nothing without a publisher, a title, a summary and a text', () => {
    const incomplete = articles.filter(
      ({ publisher, title, summary, body }) => !languageOf.has(publisher) || !title || !summary || body.length === 0,
    );
    expect(incomplete).toEqual([]);
  });
});

describe('time in the newsroom', () => {
  it('opens with two days of news behind it', () => {
    const newsroom = new Newsroom(folder, null, opening);
    const dates = standing(newsroom).map(({ publishedAt }) => publishedAt.getTime());
    expect(Math.max(...dates)).toBeLessThan(opening.getTime());
    expect(Math.min(...dates)).toBeGreaterThan(later(-3_000).getTime());
    expect(newsroom.comingCount).toBeGreaterThan(10);
  });

  it('publishes one thing at a time, until everything has appeared', () => {
    const newsroom = new Newsroom(folder, null, opening);
    const before = newsroom.comingCount;
    const id = newsroom.publishNext(later(1));
    const article = newsroom.findArticle(id!);
    expect(later(1)).toEqual(article?.updatedAt ?? article?.publishedAt);
    expect(newsroom.comingCount).toBe(before - 1);
    while (newsroom.comingCount > 0) expect(newsroom.publishNext(later(2))).not.toBeNull();
    expect(newsroom.publishNext(later(3))).toBeNull();
  });

  it('shows the newest first, thirty at most', () => {
    const newsroom = publishedUntilTheEnd();
    for (const { key } of newsroom.publishers) {
      const dates = newsroom.articlesOf(key).map(({ publishedAt }) => publishedAt.getTime());
      expect(dates.length).toBeLessThanOrEqual(30);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    }
  });

  it('goes on after a restart where it stopped, with the same dates', () => {
    const file = fileForState();
    const first = new Newsroom(folder, file, opening);
    first.publishNext(later(1));
    first.publishNext(later(2));
    const again = new Newsroom(folder, file, later(600));
    expect(standing(again)).toEqual(standing(first));
    expect(again.comingCount).toBe(first.comingCount);
    expect(again.publishNext(later(601))).toBe(first.publishNext(later(601)));
  });

  it('keeps whole states only', () => {
    const file = fileForState();
    new Newsroom(folder, file, opening).publishNext(later(1));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      openedAt: opening.getTime(),
      released: [later(1).getTime()],
    });
  });
});
