import { isWebAddress } from '../news/article.ts';
import { scriptsIn } from './scripts.ts';

/** What a page says of its article in schema.org's words; what it doesn't say is null or empty. Text may hold HTML. */
export type StructuredArticle = {
  readonly headline: string;
  readonly description: string;
  readonly body: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly language: string;
  /** Null: it doesn't say. */
  readonly isFree: boolean | null;
  /** CSS selectors of what only those who pay may read. */
  readonly closedParts: readonly string[];
  readonly license: string | null;
};

type Json = Readonly<Record<string, unknown>>;

const articleType = /(?:Article|BlogPosting|Report|LiveBlog\w*|Posting)$/;
const mostNodes = 2_000;
const mostScripts = 30;

/**
 * The article of a page's JSON-LD; of several, the one that says most.
 *
 * @see https://schema.org/NewsArticle, https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
 */
export function structuredArticle(html: string): StructuredArticle | null {
  const articles = nodesIn(html).filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const weighed = articles.map((node) => ({
    node,
    weight: textOf(node.articleBody).length + textOf(node.headline).length,
  }));
  const [best] = weighed.sort((a, b) => b.weight - a.weight);
  if (!best) return null;
  const { node } = best;
  const parts = listOf(node.hasPart).filter(isJson);
  const closed = parts.filter((part) => freedom(part.isAccessibleForFree) === false);
  const license = textOf(node.license) || textOf(isJson(node.license) ? node.license.url : '');
  return {
    headline: textOf(node.headline) || textOf(node.name),
    description: textOf(node.description),
    body: textOf(node.articleBody),
    authors: listOf(node.author)
      .map(nameOf)
      .filter((name) => name !== '')
      .slice(0, 10),
    published: textOf(node.datePublished),
    language: textOf(isJson(node.inLanguage) ? node.inLanguage.alternateName : node.inLanguage),
    isFree: freedom(node.isAccessibleForFree) ?? (closed.length > 0 ? false : null),
    closedParts: closed.flatMap((part) => listOf(part.cssSelector).map(textOf)).filter(Boolean),
    license: isWebAddress(license) ? license : null,
  };
}

function nodesIn(html: string): Json[] {
  const nodes: Json[] = [];
  let left = mostScripts;
  for (const { attributes, content } of scriptsIn(html)) {
    if (left === 0) break;
    if (!/\bapplication\/ld\+json\b/i.test(attributes)) continue;
    left -= 1;
    collect(parsed(content), nodes);
  }
  return nodes;
}

function collect(value: unknown, nodes: Json[], depth = 0): void {
  if (depth > 6 || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) for (const each of value) collect(each, nodes, depth + 1);
  else if (isJson(value)) {
    nodes.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'item']) collect(value[key], nodes, depth + 1);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: many sites leave line breaks inside their strings
const control = /[\u0000-\u001f]+/g;

function parsed(text: string): unknown {
  const json = text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, '').replace(/;\s*$/, '');
  for (const attempt of [json, json.replace(control, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

function typesOf(node: Json): string[] {
  return listOf(node['@type']).map(textOf);
}

function nameOf(author: unknown): string {
  const name = textOf(isJson(author) ? author.name : author).trim();
  return name.length <= 100 && !isWebAddress(name) ? name : '';
}

/** Written as a boolean, or in words. */
function freedom(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = textOf(value).toLowerCase();
  if (/^(?:true|https?:\/\/schema\.org\/true|yes)$/.test(word)) return true;
  return /^(?:false|https?:\/\/schema\.org\/false|no)$/.test(word) ? false : null;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 50) : [value];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join('\n\n') : '';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
