import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from '../checks/componentFaults.ts';
import type { MessageBody } from '../checks/messageFaults.ts';
import { withoutNulls } from '../withoutNulls.ts';
import type { World } from '../world/World.ts';

/** What of a message follows from its content. */
export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** Whom a text pings, given what it is allowed to (resources/message, "Allowed Mentions Object"). */
export function mentionsOf(
  world: World,
  guildId: string | undefined,
  text: string,
  allowed: APIAllowedMentions | null | undefined,
  byDefault: readonly AllowedMentionsTypes[],
): Mentions {
  const may = (type: AllowedMentionsTypes, listed: readonly string[] | undefined, id: string) =>
    (allowed ? (allowed.parse ?? []) : byDefault).includes(type) || Boolean(listed?.includes(id));
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))];
  const roles = world.guilds.get(guildId ?? '')?.roles ?? [];
  return {
    mentions: ids(/<@!?(\d+)>/g)
      .filter((id) => world.users.get(id) && may(AllowedMentionsTypes.User, allowed?.users, id))
      .map((id) => world.user(id)),
    mention_roles: ids(/<@&(\d+)>/g).filter(
      (id) => roles.some((role) => role.id === id) && may(AllowedMentionsTypes.Role, allowed?.roles, id),
    ),
    mention_everyone: /@(everyone|here)\b/.test(text) && may(AllowedMentionsTypes.Everyone, undefined, ''),
  };
}

/** Embeds as Discord gives them back: trimmed, `type: rich`, without empty parts, attachments resolved. */
export function shownEmbeds(embeds: MessageBody['embeds'], attachments: readonly APIAttachment[]): APIEmbed[] {
  const link = (url: string) => {
    const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
    return attachments.find((each) => each.filename === name)?.url ?? url;
  };
  const picture = (image: { url: string } | null | undefined) =>
    image?.url && { url: link(image.url), proxy_url: link(image.url) };
  return (embeds ?? []).map((embed) =>
    present({
      type: 'rich',
      title: embed.title?.trim(),
      description: embed.description?.trim(),
      url: embed.url,
      color: embed.color,
      timestamp: embed.timestamp && new Date(embed.timestamp).toISOString(),
      fields: embed.fields?.map(({ name, value, inline }) => ({
        name: name.trim(),
        value: value.trim(),
        inline: Boolean(inline),
      })),
      author:
        embed.author?.name?.trim() &&
        present({
          name: embed.author.name.trim(),
          url: embed.author.url,
          icon_url: embed.author.icon_url && link(embed.author.icon_url),
        }),
      footer:
        embed.footer?.text?.trim() &&
        present({ text: embed.footer.text.trim(), icon_url: embed.footer.icon_url && link(embed.footer.icon_url) }),
      image: picture(embed.image),
      thumbnail: picture(embed.thumbnail),
    }),
  ) as APIEmbed[];
}

/** Components as Discord gives them back: each with an id, defaults filled in. */
export function shownComponents(components: MessageBody['components']): APIMessageTopLevelComponent[] {
  const copy = withoutNulls(components ?? []) as AnyComponent[];
  const all = everyComponent(copy).map(({ component }) => component as AnyComponent & Record<string, unknown>);
  const taken = new Set(all.map(({ id }) => id));
  let next = 0;
  for (const component of all) {
    if (component.id) continue;
    do next += 1;
    while (taken.has(next));
    component.id = next;
    taken.add(next);
  }
  for (const component of all) fillDefaults(component);
  return copy as APIMessageTopLevelComponent[];
}

function fillDefaults(component: AnyComponent & Record<string, unknown>): void {
  const media = (item: { url: string }) => ({ id: '0', url: item.url, proxy_url: item.url, width: null, height: null });
  switch (component.type) {
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      component.min_values ??= 1;
      component.max_values ??= 1;
      break;
    case ComponentType.Container:
      component.accent_color ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.Separator:
      component.divider ??= true;
      component.spacing ??= 1;
      break;
    case ComponentType.Thumbnail:
      component.description ??= null;
      component.spoiler ??= false;
      component.media = media(component.media as { url: string });
      break;
    case ComponentType.File:
      component.name = null;
      component.size = null;
      component.spoiler ??= false;
      component.file = media(component.file as { url: string });
      break;
    case ComponentType.MediaGallery:
      component.items = (component.items as { media: { url: string }; description?: string; spoiler?: boolean }[]).map(
        (item) => ({ media: media(item.media), description: item.description ?? null, spoiler: item.spoiler ?? false }),
      );
      break;
    default:
  }
}

function present<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== null && each !== ''),
  ) as Partial<T>;
}
