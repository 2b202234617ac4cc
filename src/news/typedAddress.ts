/**
 * The web address that somebody means: `https://…` as it is, `bbc.co.uk` and `www.example.org/news` without a scheme,
 * `feed:` addresses, `r/worldnews` of Reddit, and `@user@server` of Mastodon. A host must have a dot in its name, so
 * that words are no addresses.
 *
 * @returns null for what is none
 */
export function typedAddress(typed: string): string | null {
  const text = typed.trim().replace(/^<(.+)>$/, '$1');
  if (/\s/.test(text)) return null;
  const account = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/u.exec(text);
  if (account) return `https://${account[2]}/@${account[1]}`;
  const community = /^\/?((?:r|u|user)\/[\w-]+)\/?$/.exec(text);
  if (community) return `https://www.reddit.com/${community[1]}`;
  const schemeless = text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^(?:feed|rss):\/\//i, 'https://');
  const url = URL.parse(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(schemeless) ? schemeless : `https://${schemeless}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const isNamed = /[^.]\.[^.]/.test(url.hostname) || /^https?:/i.test(schemeless);
  return isNamed ? url.href : null;
}
