import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  InteractionResponseType as Callback,
  InteractionType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import { type AnyComponent, duplicateIdFaults, everyComponent } from './componentFaults.ts';
import { type FieldFault, fault } from './FieldFault.ts';
import { type MessageBody, messageFaults } from './messageFaults.ts';
import { type SchemaName, schemaFaults } from './schemaFaults.ts';

type Choice = { name: string; value: unknown };

const MODAL_ROWS = 5;
const MAX_CHOICE = 100;
const ANSWERS = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
const UPDATES = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];

/** What is wrong with the first answer to an interaction (interactions/receiving-and-responding). */
export async function callbackFaults(body: unknown, interaction: APIInteraction): Promise<FieldFault[]> {
  const { type, data } = (body ?? {}) as { type?: Callback; data?: unknown };
  const possible = callbacksFor(interaction);
  if (type === undefined) return [fault.required(['type'])];
  if (!possible.includes(type)) return [fault.notAChoice(['type'], possible)];
  const schema = SCHEMAS[type as keyof typeof SCHEMAS];
  const faults = schema ? inData(type, await schemaFaults(schema, schema === UPDATE ? (data ?? {}) : body)) : [];
  if (faults.length > 0) return faults;
  if (type === Callback.ApplicationCommandAutocompleteResult) return choicesFaults(data, interaction);
  if (type === Callback.Modal) return modalFaults(data as { components: AnyComponent[] });
  return messageFaults((data ?? {}) as MessageBody, ['data']);
}

const UPDATE = 'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema' satisfies SchemaName;
const SCHEMAS = {
  [Callback.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequestSchema',
  [Callback.DeferredChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequestSchema',
  [Callback.UpdateMessage]: UPDATE,
  [Callback.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  [Callback.Modal]: 'ModalInteractionCallbackRequestSchema',
} as const satisfies Partial<Record<Callback, SchemaName>>;

function inData(type: Callback, faults: FieldFault[]): FieldFault[] {
  return type === Callback.UpdateMessage ? faults.map((each) => ({ ...each, path: ['data', ...each.path] })) : faults;
}

function callbacksFor(interaction: APIInteraction): Callback[] {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Callback.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...ANSWERS, ...UPDATES, Callback.Modal];
    case InteractionType.ModalSubmit:
      return [...ANSWERS, ...(interaction.message ? UPDATES : [])];
    default:
      return [...ANSWERS, Callback.Modal];
  }
}

function choicesFaults(data: unknown, interaction: APIInteraction): FieldFault[] {
  const { choices } = (data ?? {}) as { choices?: (Choice | null)[] | null };
  const options = (interaction.data as { options?: APIApplicationCommandInteractionDataOption[] }).options ?? [];
  const expected = focusedOption(options)?.type === OptionType.String ? 'string' : 'number';
  return (choices ?? []).flatMap((choice, index) => {
    if (!choice) return [];
    const { name, value } = choice;
    const path = ['data', 'choices', index];
    if (!name.trim()) return [fault.required([...path, 'name'])];
    if (typeof value !== expected) {
      const message = `Could not interpret "${value}" as ${expected}.`;
      return [{ path: [...path, 'value'], code: `${expected.toUpperCase()}_TYPE_CONVERT`, message }];
    }
    const long = typeof value === 'string' && value.length > MAX_CHOICE;
    return long ? [fault.tooLong([...path, 'value'], MAX_CHOICE)] : [];
  });
}

function focusedOption(
  options: readonly APIApplicationCommandInteractionDataOption[],
): APIApplicationCommandInteractionDataOption | undefined {
  for (const option of options) {
    if ('focused' in option && option.focused) return option;
    const within = 'options' in option && option.options ? focusedOption(option.options) : undefined;
    if (within) return within;
  }
  return undefined;
}

function modalFaults({ components }: { components: AnyComponent[] }): FieldFault[] {
  const faults = duplicateIdFaults(everyComponent(components));
  const tooMany = components.length > MODAL_ROWS ? [fault.badLength(['components'], 1, MODAL_ROWS)] : [];
  return [...tooMany, ...faults].map((each) => ({ ...each, path: ['data', ...each.path] }));
}
