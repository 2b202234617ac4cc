import { isElement, type PageElement, type PageNode } from './dom.ts';

/** Elements that by their kind are never part of an article's text. */
const neverText =
  'figcaption, nav, footer, button, input, textarea, dialog, audio, video, menu, [hidden], [aria-hidden=true], ' +
  '[role=navigation], [role=banner], [role=dialog], [role=complementary], [role=contentinfo], [role=search], ' +
  '[role=toolbar]';

/** What designers call the parts around and between an article's text: whole words of class names and ids. */
const furniture = new Set(
  (
    'ad ads adv advert adverts advertisement advertising advertorial adslot admarker sponsor sponsored sponsors banner ' +
    'taboola outbrain zergnet share sharing shares sharebar sharetools social socials sns addthis sharethis facebook ' +
    'pinterest whatsapp flipboard related relateds relation recirc recirculation recommended recommendation ' +
    'recommendations recommend promo promos promotion teaser teasers trending popular mostread mostpopular toplist ' +
    'readmore morefrom alsoread seealso newsletter newsletters subscribe subscription signup paywall regwall login ' +
    'register membership donate donation consent cookie cookies gdpr breadcrumb breadcrumbs pagination pager toolbar ' +
    'tools menu nav navbar navigation sidebar footer masthead comment comments disqus livefyre feedback reactions ' +
    'reaction rating poll quiz caption captions credit credits copyright byline bylines authorbox authorbio bio ' +
    'timestamp pubdate tags taglist keywords topics hashtags widget popup modal overlay tooltip print printonly skip ' +
    'toc pullquote'
  ).split(' '),
);
/** The same, in pairs of words: `read-more`, `author_bio`. */
const pairs =
  /(?:^| )(?:read (?:more|also|next|on)|see also|more (?:from|on|stories|news|info|articles)|most (?:read|viewed|popular|recent)|also (?:read|on)|author (?:bio|box|info|card|details|block|profile|about)|about (?:the )?author|sign up|call to action|pull quote|info ?box|fact ?box|in other news|up next|you may|article (?:meta|info|tools|tags|footer|share|date|author|authors|topics)|post (?:meta|tags|footer|nav)|entry (?:meta|footer)|meta ?data|image (?:source|credit|caption)|photo (?:credit|caption)|video (?:title|description|caption)|screen reader|visually hidden|sr only)(?: |$)/;

/** Alone: `overflow-hidden` hides nothing, and `hidden md:block` shows on wide screens. */
const hidden = /^(?!.*:(?:block|flex|grid|inline))(?:.*\s)?(?:hidden|is-hidden|d-none|hide)(?:\s|$)/;

/** A part that holds this share of a page's prose is the article, whatever it is called. */
const mostOfProse = 0.35;
/** Shorter texts are labels, as a rule. */
const shortestProse = 40;
const longestName = 500;
const named = ['class', 'id', 'data-testid', 'data-component'] as const;

/** Takes out of a page what stands around and between the text of its article. */
export function removeFurniture(body: PageElement): void {
  const prose = proseIn(body);
  const most = (prose.get(body) ?? 0) * mostOfProse;
  const called = [...body.querySelectorAll('[class], [id], [data-testid], [data-component]')].filter(isFurniture);
  for (const element of [...body.querySelectorAll(neverText), ...called]) {
    if ((prose.get(element) ?? 0) <= most && !element.querySelector('main, h1')) element.remove();
  }
}

function isFurniture(element: PageElement): boolean {
  if (/^(?:html|body|article|main|h1)$/.test(element.localName)) return false;
  const names = named
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .slice(0, longestName);
  const written = names.replace(/([a-z])([A-Z])/g, '$1 $2');
  const words = written.toLowerCase().split(/[^a-z]+/);
  return words.some((word) => furniture.has(word)) || pairs.test(words.join(' ')) || hidden.test(names);
}

/** How many characters of longer texts outside of links each element holds. */
function proseIn(body: PageElement): Map<PageElement, number> {
  const prose = new Map<PageElement, number>();
  const visit = (parent: PageElement): number => {
    let count = 0;
    for (const node of parent.childNodes) count += isElement(node) ? visit(node) : proseOf(node);
    if (parent.localName === 'a') return 0;
    prose.set(parent, count);
    return count;
  };
  visit(body);
  return prose;
}

function proseOf(node: PageNode): number {
  const length = node.nodeType === 3 ? (node.data ?? '').trim().length : 0;
  return length >= shortestProse ? length : 0;
}
