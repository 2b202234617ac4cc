/**
 * Whether a publisher asks that a page's text is neither kept nor shown elsewhere.
 *
 * @param robots  of `X-Robots-Tag` headers or `<meta name=robots>`, separated by commas: what is said to all or to us
 * @param tdm  of `tdm-reservation`
 * @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
 */
export function reservesText(robots: string, tdm: string): boolean {
  return tdm.trim() === '1' || rulesFor(robots).some((rule) => reserving.test(rule));
}

const reserving = /^(?:noarchive|nosnippet|none|noai|max-snippet:\s*0)$/;
/** `unavailable_after` and the `max-` rules have a colon, too. */
const addressed = /^(?!max-|unavailable_after)([a-z][\w-]*)\s*:\s*(.*)$/;

/** A name holds for the rules after it, up to the next: `otherbot: noindex, nofollow`. */
function rulesFor(robots: string): string[] {
  let isForUs = true;
  return robots
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [, name, rule] = addressed.exec(part.trim()) ?? [];
      if (name) isForUs = name === 'tidings';
      return isForUs ? [rule ?? part.trim()] : [];
    });
}
