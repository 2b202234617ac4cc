import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type ChannelType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';

type OptionValue = string | number | boolean;
type OptionValues = Record<string, OptionValue>;

/** What a person typed: a subcommand ("add" or "group add") and values by option name. */
export type TypedCommand = { subcommand?: string | undefined; options?: OptionValues | undefined };

export type ResolvedOptions = {
  data: APIApplicationCommandInteractionDataOption[];
  /** The values that are ids of users, roles, channels and attachments. */
  mentioned: string[];
};

/** Turns what a person typed into interaction options, or throws in the words in which Discord would refuse it. */
export function commandOptions(
  command: APIApplicationCommand,
  { subcommand, options = {} }: TypedCommand,
  channelType: (id: string) => ChannelType | undefined,
  focused?: string,
): ResolvedOptions {
  const path = subcommand?.split(/\s+/) ?? [];
  const { nesting, definitions } = descend(command, path);
  const known = definitions.map((each) => each.name);
  const stranger = [...Object.keys(options), ...(focused ? [focused] : [])].find((name) => !known.includes(name));
  const shown = [`/${command.name}`, ...path].join(' ');
  if (stranger) throw new Error(`${shown} has no option "${stranger}"; it has: ${known.join(', ') || 'none'}`);

  const given = definitions.filter((each) => each.name in options || each.name === focused);
  const missing = definitions.find((each) => each.required && !given.includes(each));
  if (missing && focused === undefined) throw new Error(`${shown} needs the option "${missing.name}"`);
  const leaves = given.map((each) => {
    if (each.name === focused) {
      return { name: each.name, type: each.type, value: String(options[each.name] ?? ''), focused: true };
    }
    return { name: each.name, type: each.type, value: checkedValue(each, options[each.name]!, shown, channelType) };
  });
  const data = nesting.reduceRight<unknown[]>((within, { name, type }) => [{ name, type, options: within }], leaves);
  return {
    data: data as APIApplicationCommandInteractionDataOption[],
    mentioned: leaves.filter(({ type }) => isMention(type)).map(({ value }) => String(value)),
  };
}

function descend(command: APIApplicationCommand, path: readonly string[]) {
  const nesting: APIApplicationCommandOption[] = [];
  let within = command.options ?? [];
  for (const name of path) {
    const next = within.find((each) => each.name === name && holdsOptions(each));
    if (!next) throw new Error(`/${command.name} has no subcommand "${path.join(' ')}"`);
    nesting.push(next);
    within = ('options' in next && next.options) || [];
  }
  if (within.some(holdsOptions)) {
    const names = within.map((each) => each.name).join(', ');
    throw new Error(`/${[command.name, ...path].join(' ')} needs a subcommand: ${names}`);
  }
  return { nesting, definitions: within as APIApplicationCommandBasicOption[] };
}

function checkedValue(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  shown: string,
  channelType: (id: string) => ChannelType | undefined,
): OptionValue {
  const refuse = (why: string) => new Error(`${shown}: "${option.name}" ${why}`);
  switch (option.type) {
    case OptionType.Boolean:
      if (typeof value !== 'boolean') throw refuse('must be true or false');
      return value;
    case OptionType.Integer:
    case OptionType.Number: {
      const whole = option.type === OptionType.Integer;
      if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
        throw refuse(whole ? 'must be a whole number' : 'must be a number');
      }
      if ('min_value' in option && value < (option.min_value ?? value))
        throw refuse(`must be at least ${option.min_value}`);
      if ('max_value' in option && value > (option.max_value ?? value))
        throw refuse(`must be at most ${option.max_value}`);
      break;
    }
    case OptionType.String: {
      if (typeof value !== 'string') throw refuse('must be a text');
      const { min_length: min = 0, max_length: max = 6000 } = option as { min_length?: number; max_length?: number };
      if (value.length < min || value.length > max) throw refuse(`must have ${min} to ${max} characters`);
      break;
    }
    default:
      if (typeof value !== 'string' || !/^\d+$/.test(value)) throw refuse('must be an id');
  }
  if (option.type === OptionType.Channel && option.channel_types?.length) {
    const type = channelType(String(value));
    if (!option.channel_types.some((each) => each === type)) {
      throw refuse(`must be a channel of type ${option.channel_types.join(' or ')}`);
    }
  }
  const choices = 'choices' in option ? option.choices : undefined;
  if (choices?.length && !choices.some((choice) => choice.value === value)) {
    throw refuse(`must be one of: ${choices.map((choice) => choice.value).join(', ')}`);
  }
  return value;
}

function holdsOptions(option: { type: OptionType }): boolean {
  return option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;
}

function isMention(type: OptionType): boolean {
  return (
    type === OptionType.User ||
    type === OptionType.Channel ||
    type === OptionType.Role ||
    type === OptionType.Mentionable ||
    type === OptionType.Attachment
  );
}
