import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A document of a suite, with what a server would have said of it. */
export type Sample = {
  /** Within the suite's folder, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly contentType: string | null;
  /** The address that it would have come from. */
  readonly base: string;
};

const skipped = /\.(?:md|jsonl|[cm]?[jt]s|go|py|rb|java|kt|html?|html-result|properties|ya?ml|txt)$/i;

/** Every document below a folder that is a feed, in the order of their paths, whatever its name and place. */
export function feedDocumentsIn(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !skipped.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => sampleOf(file, relative(folder, file).replaceAll('\\', '/')));
}

function sampleOf(file: string, path: string): Sample[] {
  const bytes = readFileSync(file);
  // UTF-16 and UTF-32 are ASCII with zeros between.
  const text = bytes.toString('latin1').replaceAll('\0', '');
  if (!isFeed(text)) return [];
  // The form in which feedparser's suite notes headers in its documents.
  const [, contentType] = /^\s*Header:\s*Content-type:\s*(.+)$/im.exec(text) ?? [];
  const [, location] = /^\s*Header:\s*Content-Location:\s*(.+)$/im.exec(text) ?? [];
  const served = `http://127.0.0.1:8097/tests/${path}`;
  const base = URL.parse(location?.trim() ?? '', served)?.href ?? served;
  return [{ path, bytes, contentType: contentType?.trim() ?? null, base }];
}

/**
 * Whether a document means to be a feed: its first element, after declarations, comments and whatever else comes
 * before it, is `rss`, `feed` or an `RDF` with RSS in it; or it is a JSON object with items and an address of its own
 * or of its site, or with JSON Feed for its version.
 */
function isFeed(text: string): boolean {
  const start = text.trimStart().replace(/^\u00ef\u00bb\u00bf\s*|^\u00fe\u00ff|^\u00ff\u00fe/, '');
  if (start.startsWith('{')) {
    return /"items"\s*:\s*\[/.test(start) && /"(?:home_page_url|feed_url)"\s*:|jsonfeed\.org\\?\/version/.test(start);
  }
  const body = start.replace(/<!--[\s\S]*?-->/g, '').replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/gi, '');
  const root = /<(?:[\w.-]+:)?([a-z]\w*)[\s/>]/i.exec(body)?.[1]?.toLowerCase() ?? '';
  if (root === 'rss' || root === 'feed') return true;
  return root === 'rdf' && /<(?:[\w.-]+:)?(?:channel|item)[\s>]|purl\.org\/rss\/|netscape\.com\/rdf\//i.test(body);
}
