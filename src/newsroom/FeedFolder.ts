import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';

export const folderPath = '/replay/';

const contentTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rss': 'application/rss+xml',
  '.rdf': 'application/rdf+xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/feed+json',
};

/** The feed files below a folder, as a server would serve them. */
export class FeedFolder {
  readonly #folder: string;
  /** Paths below the folder, with `/`. */
  readonly files: readonly string[];

  /** @throws Error  when the folder can't be read */
  constructor(folder: string) {
    this.#folder = folder;
    this.files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() in contentTypes)
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  }

  read(file: string): Buffer {
    return readFileSync(join(this.#folder, file));
  }

  urlOf(file: string, origin: string): string {
    return `${origin}${folderPath}${file.split('/').map(encodeURIComponent).join('/')}`;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').split('?', 1)[0]?.slice(folderPath.length) ?? '';
    const file = this.files.find((candidate) => candidate.split('/').map(encodeURIComponent).join('/') === path);
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': contentTypes[extname(file).toLowerCase()] }).end(this.read(file));
  }
}
