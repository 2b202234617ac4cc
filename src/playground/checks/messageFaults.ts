import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { componentFaults } from './componentFaults.ts';
import { embedFaults } from './embedFaults.ts';
import { type FieldFault, fault } from './FieldFault.ts';

export type MessageBody = Partial<
  Omit<RESTPostAPIChannelMessageJSONBody, 'embeds' | 'components' | 'allowed_mentions' | 'content' | 'flags'>
> & {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  allowed_mentions?: APIAllowedMentions | null;
  flags?: number | null;
};

/** The rules for a message that Discord's description does not hold (resources/message). */
export function messageFaults(body: MessageBody, above: FieldFault['path'] = []): FieldFault[] {
  const flagged = Boolean((body.flags ?? 0) & MessageFlags.IsComponentsV2);
  const faults = [
    ...((body.content?.trim().length ?? 0) > 2000 ? [fault.tooLong(['content'], 2000)] : []),
    ...embedFaults(body.embeds ?? []),
    ...componentFaults(body.components ?? [], flagged),
    ...mentionFaults(body.allowed_mentions),
    ...(flagged ? legacyFieldFaults(body) : []),
  ];
  return faults.map((each) => ({ ...each, path: [...above, ...each.path] }));
}

/** Whether there is anything to post: else 50006. */
export function isEmptyMessage(body: MessageBody, files: number): boolean {
  return (
    files === 0 &&
    !body.content?.trim() &&
    !body.embeds?.length &&
    !body.components?.length &&
    !body.sticker_ids?.length &&
    !body.attachments?.length &&
    !body.poll
  );
}

function mentionFaults(allowed: APIAllowedMentions | null | undefined): FieldFault[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed?.parse?.some((each) => each === kind) && allowed[kind]?.length)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function legacyFieldFaults(body: MessageBody): FieldFault[] {
  const used = [
    ...(body.content ? ['content'] : []),
    ...(body.embeds?.length ? ['embeds'] : []),
    ...(body.poll ? ['poll'] : []),
    ...(body.sticker_ids?.length ? ['sticker_ids'] : []),
  ];
  return used.map((field) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}
