/** The prefix under which the readers know each namespace, whatever a document calls it. */
const prefixByNamespace = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://prismstandard.org/namespaces/basic/2.0/', 'prism'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://backend.userland.com/creativecommonsrssmodule', 'creativecommons'],
  ['http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html', 'creativecommons'],
  ['http://web.resource.org/cc/', 'cc'],
  ['http://creativecommons.org/ns#', 'cc'],
]);

/** Turns element and attribute names as a document wrote them into the lower-case names that the readers look for. */
export class XmlNames {
  readonly #prefixes = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #isAtom = false;

  /** Learns a root or any other element's `xmlns:…` declarations. */
  declare(attributes: ReadonlyMap<string, string>): void {
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns:')) continue;
      const prefix = prefixByNamespace.get(value.trim().toLowerCase());
      const written = name.slice('xmlns:'.length);
      if (prefix === undefined || this.#prefixes.get(written) === prefix) continue;
      this.#prefixes.set(written, prefix);
      this.#names.clear();
    }
  }

  /** In an Atom document Atom's own elements need no prefix; in RSS they keep it. */
  setRoot(localName: string): void {
    this.#isAtom = localName === 'feed';
    this.#names.clear();
  }

  normalise(written: string): string {
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = this.#normalise(written.toLowerCase());
    if (this.#names.size < 1_000) this.#names.set(written, name);
    return name;
  }

  #normalise(name: string): string {
    const colon = name.indexOf(':');
    if (colon === -1) return name;
    const written = name.slice(0, colon);
    const local = name.slice(colon + 1).replaceAll(':', '-');
    const prefix = this.#prefixes.get(written) ?? written;
    if (prefix === '' || (prefix === 'atom' && this.#isAtom)) return local || 'unnamed';
    return `${prefix || 'unnamed'}:${local || 'unnamed'}`;
  }
}
