import { basename } from 'node:path';
import type { Expectation, Field } from '../agrees.ts';
import type { Sample } from '../documents.ts';

/**
 * Rome's suite: each dialect with the same content, whose values name where they stand (`rss_0.93.channel.title`), so
 * that the file's name tells what is to be read.
 */
export function rome(): (sample: Sample) => readonly Expectation[] {
  return ({ path }) => {
    const [, dialect, version, extra] =
      /^((?:rss|atom)_([\d.]+[NU]?))(|_alt|_DC_Sy|_DC_multi)\.xml$/.exec(basename(path)) ?? [];
    if (!dialect || !version) return [];
    return dialect.startsWith('atom')
      ? ofAtom(dialect, version)
      : ofRss(dialect, version, extra !== '' && version === '1.0');
  };
}

function ofAtom(dialect: string, version: string): Expectation[] {
  const date = (index: number) => `2000-0${index + 1}-01T01:00:00Z`;
  return [
    { item: null, field: 'title', value: `${dialect}.feed.title` },
    ...forTwoItems(`${dialect}.feed.entry`, (entry, index) => ({
      title: `${entry}.title`,
      author: `${entry}.author.name`,
      summary: `${entry}.summary`,
      content: `${entry}.content[0]`,
      ...(version === '1.0' ? { published: date(index) } : {}),
    })),
  ];
}

function ofRss(dialect: string, version: string, hasDublinCore: boolean): Expectation[] {
  const isRdf = version === '0.9' || version === '1.0';
  const number = Number.parseFloat(version);
  return [
    { item: null, field: 'title', value: `${dialect}.channel.title` },
    ...forTwoItems(`${dialect}.${isRdf ? '' : 'channel.'}item`, (item) => ({
      title: `${item}.title`,
      ...(version === '0.9' ? {} : { summary: `${item}.description` }),
      ...(number >= 1 ? { content: `${item}.content` } : {}),
      ...(number >= 0.92 && !isRdf ? { categories: [`${item}.category[0]`, `${item}.category[1]`] } : {}),
      ...(number >= 0.94 && !isRdf ? { author: `${item}.author`, id: `${item}.guid` } : {}),
      ...(hasDublinCore ? { categories: [`${item}.dc:subject[0]`, `${item}.dc:subject[1]`] } : {}),
    })),
  ];
}

function forTwoItems(
  prefix: string,
  valuesOf: (item: string, index: number) => Partial<Record<Field, string | readonly string[]>>,
): Expectation[] {
  return [0, 1].flatMap((index) =>
    Object.entries(valuesOf(`${prefix}[${index}]`, index)).map(([field, value]) => ({
      item: index,
      field: field as Field,
      value,
    })),
  );
}
