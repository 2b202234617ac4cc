import type { APIEmbed } from 'discord-api-types/v10';
import { type FieldFault, fault } from './FieldFault.ts';

const MAX_TOTAL = 6000;

/** The rules for embeds that Discord's description does not hold (resources/message, "Embed Limits"). */
export function embedFaults(embeds: readonly APIEmbed[]): FieldFault[] {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...embeds.flatMap((embed, index) => oneEmbedFaults(embed, ['embeds', index])),
    ...(total > MAX_TOTAL
      ? [
          {
            path: ['embeds'],
            code: 'MAX_EMBED_SIZE_EXCEEDED',
            message: `Embed size exceeds maximum size of ${MAX_TOTAL}`,
          },
        ]
      : []),
  ];
}

/** The characters of an embed that count towards the sum of a message, trimmed first. */
function embedLength(embed: APIEmbed): number {
  const counted = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return counted.reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
}

function oneEmbedFaults(embed: APIEmbed, path: FieldFault['path']): FieldFault[] {
  const shown = embedLength(embed) > 0 || embed.image?.url || embed.thumbnail?.url;
  const links: [(string | number)[], string | undefined, boolean][] = [
    [['url'], embed.url, false],
    [['image', 'url'], embed.image?.url, true],
    [['thumbnail', 'url'], embed.thumbnail?.url, true],
    [['author', 'url'], embed.author?.url, false],
    [['author', 'icon_url'], embed.author?.icon_url, true],
    [['footer', 'icon_url'], embed.footer?.icon_url, true],
  ];
  return [
    ...(shown ? [] : [fault.required([...path, 'description'])]),
    ...(embed.fields ?? []).flatMap((field, index) =>
      (['name', 'value'] as const)
        .filter((part) => !field[part]?.trim())
        .map((part) => fault.required([...path, 'fields', index, part])),
    ),
    ...links.flatMap(([at, url, attachment]) =>
      url ? schemeFaults([...path, ...at], url, attachment ? ['http', 'https', 'attachment'] : ['http', 'https']) : [],
    ),
  ];
}

/** A link must have a scheme that Discord opens. */
export function schemeFaults(path: FieldFault['path'], url: string, schemes: readonly string[]): FieldFault[] {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  if (!scheme || schemes.includes(scheme)) return [];
  const list = schemes.map((each) => `'${each}'`).join(', ');
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`;
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}
