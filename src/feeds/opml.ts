import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import {
  feedKey,
  type ListedFeed,
  mostListed,
  type SourceList,
  SourceListError,
  type WriteSourceList,
} from '../news/sourceList.ts';
import { typedAddress } from '../news/typedAddress.ts';
import { decode } from './decode.ts';
import { withoutControls } from './xmlText.ts';

type Outline = Partial<Opml.Outline<string>>;
type Folder = readonly string[];

const mostDocuments = 20;
const deepestFolder = 10;
const mostFolders = 10;
const longestName = 100;

/**
 * Reads the feeds of an OPML file, whatever is odd about it: titles in `text` or `title`, attributes in any case, several
 * documents in a row, missing ends, folders nested or named in `category`, feeds listed twice.
 *
 * @throws SourceListError
 * @see http://opml.org/spec2.opml
 */
export function readOpml(bytes: Uint8Array): SourceList {
  const text = withoutControls(decode(bytes, null));
  if ((text.match(/<outline\b/gi) ?? []).length > mostListed) throw new SourceListError('too many');
  const entries = documentsIn(text).flatMap((document) => entriesIn(outlinesOf(document), []));
  const feeds = new Map<string, ListedFeed>();
  for (const { address, title, site, folders } of entries) {
    if (!address) continue;
    const known = feeds.get(feedKey(address));
    feeds.set(feedKey(address), {
      url: known?.url ?? address,
      title: known?.title ?? title,
      site: known?.site ?? site,
      folders: unique([...(known?.folders ?? []), ...folders]),
    });
  }
  if (feeds.size === 0) throw new SourceListError('empty');
  return { feeds: [...feeds.values()], unusable: entries.filter(({ address }) => !address).length };
}

/** The bodies, each as a document of its own, without end tags that close nothing in them. */
function documentsIn(text: string): string[] {
  const documents = text.split(/<opml[\s>]/i).slice(1, mostDocuments + 1);
  if (documents.length === 0) throw new SourceListError('no list');
  return documents.flatMap((document) => {
    const start = document.search(/<body[\s>]/i);
    if (start === -1) return [];
    return `<opml>${document.slice(start).replace(/<\/(?!outline\b|body\b)[^<>]*>/gi, '')}</opml>`;
  });
}

function outlinesOf(document: string): readonly Outline[] {
  try {
    return parseOpml(document).body?.outlines ?? [];
  } catch (error) {
    throw new SourceListError('no list', error);
  }
}

type Entry = { address: string | null; title: string | null; site: string | null; folders: readonly Folder[] };

function entriesIn(outlines: readonly Outline[], folder: Folder): Entry[] {
  return outlines.flatMap((outline) => {
    const title = nameOf(outline.text) ?? nameOf(outline.title);
    const within = outline.outlines ?? [];
    // An outline of type `source` names another list.
    if (!outline.xmlUrl || /^source$/i.test(outline.type ?? '')) {
      return entriesIn(within, title && folder.length < deepestFolder ? [...folder, title] : folder);
    }
    const folders = [...(folder.length > 0 ? [folder] : []), ...categoriesIn(outline.category ?? '')];
    const entry = { address: typedAddress(outline.xmlUrl), title, site: typedAddress(outline.htmlUrl ?? ''), folders };
    return [entry, ...entriesIn(within, folder)];
  });
}

/** `/news/sports, tag`: paths, separated by commas. */
function categoriesIn(written: string): Folder[] {
  return written
    .split(',')
    .map((path) => path.split('/').flatMap((name) => nameOf(name) ?? []))
    .filter((path) => path.length > 0)
    .map((path) => path.slice(0, deepestFolder));
}

function nameOf(written: string | undefined): string | null {
  return written?.replace(/\s+/g, ' ').trim().slice(0, longestName) || null;
}

function unique(folders: readonly Folder[]): Folder[] {
  return [...new Map(folders.map((folder) => [folder.join('\n'), folder])).values()].slice(0, mostFolders);
}

/** Writes OPML 2.0 with one folder inside another, as readers show them. A feed stands in each of its folders. */
export const writeOpml: WriteSourceList = (title, feeds, now) => {
  const outlines: Opml.Outline<Date>[] = [];
  for (const { url, title: name, site, folders } of feeds) {
    const text = name ?? url;
    const outline = { text, title: text, type: 'rss', xmlUrl: url, ...(site ? { htmlUrl: site } : {}) };
    for (const folder of folders.length > 0 ? folders : [[]]) folderAt(outlines, folder).push(outline);
  }
  return generateOpml({ head: { title, dateCreated: now }, body: { outlines } });
};

function folderAt(outlines: Opml.Outline<Date>[], path: Folder): Opml.Outline<Date>[] {
  let inside = outlines;
  for (const name of path) {
    let folder = inside.find(({ text, xmlUrl }) => text === name && !xmlUrl);
    if (!folder) {
      folder = { text: name, title: name, outlines: [] };
      inside.push(folder);
    }
    folder.outlines ??= [];
    inside = folder.outlines;
  }
  return inside;
}
