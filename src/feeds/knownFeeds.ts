type Rule = {
  readonly host: RegExp;
  /** Path → addresses, absolute or from the site's root. Null: nothing is known of this path. */
  readonly feeds: (path: readonly string[], url: URL) => readonly string[] | null;
};

/**
 * Where well-known sites have their feeds, by the address of what people paste.
 *
 * @see https://docs.github.com/en/rest/activity/feeds, https://docs.gitlab.com/user/feed/,
 *   https://www.reddit.com/wiki/rss, https://docs.joinmastodon.org/user/network/ (profiles),
 *   https://help.medium.com/hc/articles/214874118, https://support.google.com/blogger/answer/97933
 */
const rules: readonly Rule[] = [
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    feeds: ([kind, name], url) => {
      const playlist = url.searchParams.get('list');
      if (kind === 'channel' && name) return [`/feeds/videos.xml?channel_id=${encodeURIComponent(name)}`];
      if (kind === 'playlist' && playlist) return [`/feeds/videos.xml?playlist_id=${encodeURIComponent(playlist)}`];
      return null;
    },
  },
  {
    host: /^(?:(?:www|old|new|np|m)\.)?reddit\.com$/,
    feeds: ([kind, name]) => {
      if (kind === 'r' && name) return [`https://www.reddit.com/r/${name}/.rss`];
      if ((kind === 'user' || kind === 'u') && name) return [`https://www.reddit.com/user/${name}/.rss`];
      return null;
    },
  },
  {
    host: /^(?:www\.)?github\.com$/,
    feeds: ([owner, name]) => {
      if (!owner || /^(?:about|features|orgs|topics|search|settings|sponsors|login)$/.test(owner)) return null;
      if (!name) return [`/${owner}.atom`];
      return ['releases', 'tags', 'commits'].map((what) => `/${owner}/${name}/${what}.atom`);
    },
  },
  {
    host: /^(?:www\.)?gitlab\.com$/,
    feeds: (path) => {
      const end = path.indexOf('-');
      const project = (end === -1 ? path : path.slice(0, end)).join('/');
      return path.length < 2 ? null : [`/${project}/-/releases.atom`, `/${project}/-/tags?format=atom`];
    },
  },
  {
    host: /^codeberg\.org$/,
    feeds: ([owner, name]) => {
      if (!owner) return null;
      return name ? [`/${owner}/${name}/releases.rss`, `/${owner}/${name}/tags.rss`] : [`/${owner}.rss`];
    },
  },
  { host: /^bsky\.app$/, feeds: ([kind, name]) => (kind === 'profile' && name ? [`/profile/${name}/rss`] : null) },
  { host: /^(?:www\.)?medium\.com$/, feeds: ([name]) => (name ? [`/feed/${name}`] : null) },
  { host: /^(?!www\.)[\w-]+\.(?:medium|substack)\.com$/, feeds: () => ['/feed'] },
  { host: /^(?!www\.)[\w-]+\.wordpress\.com$/, feeds: () => ['/feed/'] },
  { host: /^(?!www\.)[\w-]+\.blogspot\.[a-z.]+$/, feeds: () => ['/feeds/posts/default'] },
  { host: /^(?!www\.)[\w-]+\.tumblr\.com$/, feeds: () => ['/rss'] },
  { host: /^(?:www\.)?tumblr\.com$/, feeds: ([name]) => (name ? [`https://${name}.tumblr.com/rss`] : null) },
  { host: /^(?:www\.)?vimeo\.com$/, feeds: ([name]) => (name && !/^\d+$/.test(name) ? [`/${name}/videos/rss`] : null) },
  { host: /^(?:www\.)?arxiv\.org$/, feeds: ([kind, name]) => listOfArxiv(kind, name) },
  {
    // Mastodon and its kin have servers of any name.
    host: /./,
    feeds: ([first = '', name, more]) => {
      if (/^@[\w.-]+$/.test(first) && !name) return [`/${first}.rss`];
      return first === 'users' && name && !more ? [`/users/${name}.rss`] : null;
    },
  },
];

/** The addresses at which a well-known site has its feeds; empty when nothing is known of the address. */
export function knownFeeds(url: URL): string[] {
  const path = url.pathname.split('/').filter(Boolean);
  if (/\.(?:rss|atom|xml|json)$/i.test(url.pathname)) return [];
  const known = rules.find(({ host }) => host.test(url.hostname))?.feeds(path, url) ?? [];
  return known.map((address) => new URL(address, url.origin).href).filter((href) => href !== url.href);
}

function listOfArxiv(kind: string | undefined, name: string | undefined): string[] | null {
  return kind === 'list' && name && /^[\w.-]+$/.test(name) ? [`https://rss.arxiv.org/rss/${name}`] : null;
}
