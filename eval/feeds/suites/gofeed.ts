import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectation, Field } from '../agrees.ts';
import type { Sample } from '../documents.ts';
import { type Json, listIn, objectsIn, textIn } from './json.ts';

/**
 * gofeed's suite: beside each document the result in JSON. `translator`, `extensions` and `parser/universal` expect one
 * form for all, `parser/rss`, `parser/atom` and `parser/json` one for each format.
 */
export function gofeed(folder: string): (sample: Sample) => readonly Expectation[] {
  return ({ path }) => {
    const stem = path.replace(/\.\w+$/, '');
    const file = [`${stem}_expected.json`, `${stem}.json`].find(
      (name) => name !== path && existsSync(join(folder, name)),
    );
    if (!file || /_expected\.json$/.test(path)) return [];
    const result = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, '')) as Json;
    if (path.startsWith('parser/atom/'))
      return [...feedOf(result, textIn(alternateIn(result), 'href')), ...each(result, 'entries', entryOf)];
    if (path.startsWith('parser/json/'))
      return [...feedOf(result, textIn(result, 'home_page_url')), ...each(result, 'items', jsonItemOf)];
    if (path.startsWith('parser/rss/'))
      return [...feedOf(result, textIn(result, 'link')), ...each(result, 'items', rssItemOf)];
    return [...feedOf(result, textIn(result, 'link')), ...each(result, 'items', unifiedItemOf)];
  };
}

type Found = readonly (readonly [Field, string | readonly string[] | null])[];

function feedOf(result: Json, link: string | null): Expectation[] {
  return expectations(null, [
    ['title', textIn(result, 'title')],
    ['link', link],
  ]);
}

function each(result: Json, name: string, read: (item: Json) => Found): Expectation[] {
  return objectsIn(result, name).flatMap((item, index) => expectations(index, read(item)));
}

function expectations(item: number | null, found: Found): Expectation[] {
  return found.flatMap(([field, value]) => (value === null || value.length === 0 ? [] : [{ item, field, value }]));
}

function unifiedItemOf(item: Json): Found {
  return [
    ['title', textIn(item, 'title')],
    ['link', textIn(item, 'link')],
    ['id', textIn(item, 'guid')],
    ['published', textIn(item, 'publishedParsed')],
    ['updated', textIn(item, 'updatedParsed')],
    ['author', textIn(item, 'authors.0.name') ?? textIn(item, 'authors.0.email')],
    ['categories', listIn(item, 'categories')],
    ['summary', textIn(item, 'description')],
    ['content', textIn(item, 'content')],
  ];
}

function rssItemOf(item: Json): Found {
  return [
    ['title', textIn(item, 'title')],
    ['link', textIn(item, 'link')],
    ['id', textIn(item, 'guid.value')],
    ['published', textIn(item, 'pubDateParsed')],
    ['author', textIn(item, 'author') ?? textIn(item, 'dcExt.creator.0')],
    ['categories', objectsIn(item, 'categories').flatMap((category) => textIn(category, 'value') ?? [])],
    ['summary', textIn(item, 'description')],
    ['content', textIn(item, 'content')],
  ];
}

function entryOf(entry: Json): Found {
  return [
    ['title', textIn(entry, 'title')],
    ['link', textIn(alternateIn(entry), 'href')],
    ['id', textIn(entry, 'id')],
    ['published', textIn(entry, 'publishedParsed')],
    ['updated', textIn(entry, 'updatedParsed')],
    ['author', textIn(entry, 'authors.0.name') ?? textIn(entry, 'authors.0.email')],
    [
      'categories',
      objectsIn(entry, 'categories').flatMap((category) => textIn(category, 'label') ?? textIn(category, 'term') ?? []),
    ],
    ['summary', textIn(entry, 'summary')],
    ['content', textIn(entry, 'content.value')],
  ];
}

function alternateIn(element: Json): Json {
  return objectsIn(element, 'links').find((link) => textIn(link, 'rel') === 'alternate') ?? {};
}

function jsonItemOf(item: Json): Found {
  return [
    ['title', textIn(item, 'title')],
    ['link', textIn(item, 'url')],
    ['id', textIn(item, 'id')],
    ['published', textIn(item, 'date_published')],
    ['updated', textIn(item, 'date_modified')],
    ['author', textIn(item, 'author.name') ?? textIn(item, 'authors.0.name')],
    ['categories', listIn(item, 'tags')],
    ['summary', textIn(item, 'summary')],
    ['content', textIn(item, 'content_html') ?? textIn(item, 'content_text')],
  ];
}
