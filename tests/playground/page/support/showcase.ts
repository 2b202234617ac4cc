import {
  type APIEmbed,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  type Client,
  ComponentType,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { defaultWorld } from '../../../../src/playground/world/defaultWorld.ts';
import { started } from '../../support/bot.ts';

const FORUM_ID = '1290000000000000208';

/** A bot on a playground with a forum, which shows and says back all that a page must cope with. */
export async function startShowcase() {
  const world = structuredClone(defaultWorld);
  world.guilds[0]!.channels.push({
    id: FORUM_ID,
    name: 'stories',
    type: ChannelType.GuildForum,
    tags: ['World', 'Science'],
  });
  const { playground, client, news } = await started({ world });
  await client.application.commands.set([
    { name: 'form', description: 'Opens a form' },
    { name: 'think', description: 'Thinks first' },
    { name: 'silence', description: 'Never answers' },
    {
      ...{ name: 'say', description: 'Says back what it was given' },
      nameLocalizations: { de: 'sag' },
      descriptionLocalizations: { de: 'Sagt, was man ihm gibt' },
      options: [
        { type: 3, name: 'text', description: 'Some words', required: true, maxLength: 20 },
        { type: 5, name: 'loud', description: 'Whether to shout' },
        { type: 6, name: 'who', description: 'Somebody' },
        { type: 7, name: 'where', description: 'A channel' },
        { type: 8, name: 'role', description: 'A role' },
        { type: 10, name: 'share', description: 'A number', minValue: 0, maxValue: 1 },
      ],
    },
    {
      ...{ name: 'take', description: 'Takes files' },
      options: [
        { type: 11, name: 'file', description: 'A file', required: true },
        { type: 11, name: 'second', description: 'Another' },
      ],
    },
    { name: 'Quote', type: ApplicationCommandType.Message },
    { name: 'Greet', type: ApplicationCommandType.User },
  ]);
  client.on('interactionCreate', (interaction) => void answer(interaction));
  return { playground, client, news };
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`Quoted: ${interaction.targetMessage.content}`);
  } else if (interaction.isUserContextMenuCommand()) {
    await interaction.reply(`Hello ${interaction.targetUser.displayName}`);
  } else if (interaction.isChatInputCommand()) {
    const { commandName, options } = interaction;
    if (commandName === 'say')
      await interaction.reply(`Said ${JSON.stringify(options.data.map(({ name, value }) => [name, value]))}`);
    else if (commandName === 'take')
      await interaction.reply({
        content: `Taken: ${options.data.map(({ attachment }) => `${attachment?.name} (${attachment?.size})`).join(', ')}`,
        files: [{ attachment: Buffer.alloc(1536), name: 'receipt.pdf' }],
      });
    else if (commandName === 'form') await interaction.showModal(form);
    else if (commandName === 'think') {
      await interaction.deferReply();
      setTimeout(() => void interaction.editReply('A thought').catch(() => undefined), 400);
    }
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`Filled in: ${interaction.fields.getTextInputValue('title')}`);
  } else if (interaction.isAnySelectMenu()) {
    await interaction.reply({ content: `Chosen: ${interaction.values.join(' ')}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId !== 'silent') {
    await interaction.update({ content: 'Pressed', components: [] });
  }
}

const form = {
  custom_id: 'form',
  title: 'A form',
  components: [
    {
      type: ComponentType.ActionRow as const,
      components: [
        {
          ...{
            type: ComponentType.TextInput as const,
            custom_id: 'title',
            label: 'Title',
            style: TextInputStyle.Short as const,
          },
          ...{ min_length: 3, required: true },
        },
      ],
    },
    {
      type: ComponentType.ActionRow as const,
      components: [
        {
          ...{
            type: ComponentType.TextInput as const,
            custom_id: 'text',
            label: 'Text',
            style: TextInputStyle.Paragraph as const,
          },
          required: false,
        },
      ],
    },
  ],
};

/** Components of every kind. */
export const everyComponent = [
  {
    type: ComponentType.ActionRow as const,
    components: [
      { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, custom_id: 'press', label: 'Press' },
      { type: ComponentType.Button as const, style: ButtonStyle.Danger as const, custom_id: 'silent', label: 'Silent' },
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Success as const,
        custom_id: 'off',
        label: 'Off',
        disabled: true,
      },
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Link as const,
        url: 'https://example.com/',
        label: 'Elsewhere',
      },
    ],
  },
  row({ type: ComponentType.UserSelect as const, custom_id: 'user' }),
  row({ type: ComponentType.RoleSelect as const, custom_id: 'role' }),
  row({ type: ComponentType.ChannelSelect as const, custom_id: 'channel' }),
  row({
    ...{
      type: ComponentType.StringSelect as const,
      custom_id: 'several',
      placeholder: 'Several',
      min_values: 1,
      max_values: 2,
    },
    options: ['One', 'Two', 'Three'].map((label) => ({
      label,
      value: label.toLowerCase(),
      description: `Number ${label}`,
    })),
  }),
];

function row<T>(component: T) {
  return { type: ComponentType.ActionRow as const, components: [component] };
}

/** An embed with every part. */
export const fullEmbed: APIEmbed = {
  author: { name: 'An author', url: 'https://example.com/author', icon_url: 'https://example.com/icon.png' },
  ...{ title: 'A **title**', url: 'https://example.com/title', color: 0xe06c3c },
  description: 'Text with [a link](https://example.com/), `code` and\n> a quote',
  fields: [
    { name: 'One', value: '1', inline: true },
    { name: 'Two', value: '2', inline: true },
    { name: 'Wide', value: 'over the whole width' },
  ],
  image: { url: 'https://example.com/picture.png' },
  footer: { text: 'A footer' },
  timestamp: '2026-11-23T06:00:00.000Z',
};

/** A post in the forum. */
export async function postInForum(client: Client<true>, name: string, content: string) {
  const forum = client.channels.cache.get(FORUM_ID);
  if (forum?.type !== ChannelType.GuildForum) throw new Error('there is no forum');
  return forum.threads.create({ name, message: { content }, appliedTags: [forum.availableTags[0]!.id] });
}
