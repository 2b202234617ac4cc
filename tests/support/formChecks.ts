import { type APIMessage, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { FormPart } from '../../src/discord/formState.ts';
import { parseFormId } from '../../src/discord/formState.ts';

/** Everything that a person reads in a message of components, but for the options of its selects. */
export function readIn({ components = [] }: Pick<APIMessage, 'components'>): string {
  const read = (component: APIMessageTopLevelComponent): string[] => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    if (component.type === ComponentType.Container) return component.components.flatMap(read);
    if (component.type !== ComponentType.ActionRow) return [];
    return [component.components.map((part) => ('label' in part ? `[ ${part.label} ]` : chosenIn(part))).join(' ')];
  };
  return components.flatMap(read).join('\n');
}

type Part = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>['components'][number];

/** `( Top stories | Sport )`: what a select shows as chosen. */
function chosenIn(part: Part): string {
  if (part.type === ComponentType.ChannelSelect)
    return `( ${part.default_values?.map(({ id }) => `<#${id}>`).join(' | ')} )`;
  if (part.type !== ComponentType.StringSelect) return '';
  return `( ${part.options.flatMap((option) => (option.default ? [option.label] : [])).join(' | ')} )`;
}

export function partsIn({ components = [] }: Pick<APIMessage, 'components'>): Part[] {
  return components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

/** The control of a form that is for something; it must be there. */
export function controlIn(message: Pick<APIMessage, 'components'>, wanted: FormPart) {
  const control = partsIn(message).find((part) => 'custom_id' in part && parseFormId(part.custom_id)?.part === wanted);
  if (!control || !('custom_id' in control)) throw new Error(`the message has no ${wanted}:\n${readIn(message)}`);
  return control;
}

export function idIn(message: Pick<APIMessage, 'components'>, wanted: FormPart): string {
  return controlIn(message, wanted).custom_id;
}
