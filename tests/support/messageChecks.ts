import {
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ComponentType,
} from 'discord.js';
import { expect } from 'vitest';
import type { Message } from '../../src/discord/renderBriefing.ts';
import { checkMessage } from '../../src/playground/checks/checkBody.ts';

/**
 * Fails unless Discord would take the message: by its own description, as the local Discord checks it, and by its
 * limits, counted here once more.
 *
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export async function expectPostable(message: Message): Promise<void> {
  await checkMessage('MessageCreateRequestSchema', message);
  const embeds = message.embeds ?? [];
  const texts = embeds.flatMap(({ title, description, footer, fields = [] }) => [
    title ?? '',
    description ?? '',
    footer?.text ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  expect(texts.join('').length).toBeLessThanOrEqual(6_000);
  expect(embeds.length).toBeLessThanOrEqual(10);
  for (const { title, description, footer, fields = [] } of embeds) {
    expect(title?.trim().length).toBeGreaterThan(0);
    expect(title?.length).toBeLessThanOrEqual(256);
    expect(description?.length).toBeLessThanOrEqual(4_096);
    expect(footer?.text.length ?? 0).toBeLessThanOrEqual(2_048);
    for (const { value } of fields) expect(value.length).toBeLessThanOrEqual(1_024);
  }
  for (const { label, description, value } of optionsOf(message)) {
    expect([label.trim().length > 0, label.length <= 100, (description?.length ?? 0) <= 100]).toEqual([
      true,
      true,
      true,
    ]);
    expect(value).toMatch(/^\d+$/);
  }
}

/** Everything that a person reads in a message. */
export function textOf(message: Message): string {
  const { content, embeds = [] } = message;
  return [
    content ?? '',
    ...embeds.flatMap(({ title, description, fields = [], footer }) => [
      title ?? '',
      description ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text ?? '',
    ]),
    ...partsOf(message).map((part) => ('label' in part ? `[ ${part.label} ]` : '')),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The options of a message's selects, or of the one whose custom id begins like this. */
export function optionsOf(message: Message, control = ''): APISelectMenuOption[] {
  return partsOf(message).flatMap((part) =>
    part.type === ComponentType.StringSelect && part.custom_id.startsWith(control) ? part.options : [],
  );
}

/** The buttons of a message that do something. */
export function buttonsOf(message: Message): APIButtonComponentWithCustomId[] {
  return partsOf(message).filter((part) => part.type === ComponentType.Button && 'custom_id' in part);
}

/** The custom ids of a message's controls. */
export function controlsOf(message: Message): string[] {
  return partsOf(message).flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
}

function partsOf({ components = [] }: Message): APIComponentInMessageActionRow[] {
  return components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}
