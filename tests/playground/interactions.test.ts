import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/playground/clock.ts';
import { GUILD_ID, MILO_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { raw, started } from './support/bot.ts';

const subscribe = new SlashCommandBuilder()
  .setName('subscribe')
  .setDescription('Deliver briefings here')
  .addStringOption((option) =>
    option.setName('topic').setDescription('What about').setRequired(true).setAutocomplete(true),
  )
  .addIntegerOption((option) => option.setName('stories').setDescription('How many').setMinValue(1).setMaxValue(9))
  .addChannelOption((option) => option.setName('channel').setDescription('Where'))
  .addUserOption((option) => option.setName('for').setDescription('Whom'))
  .addBooleanOption((option) => option.setName('quiet').setDescription('Silently'));

const sources = new SlashCommandBuilder()
  .setName('sources')
  .setDescription('Sources')
  .setDefaultMemberPermissions(32)
  .addSubcommand((sub) => sub.setName('list').setDescription('All'))
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('One more')
      .addStringOption((option) => option.setName('url').setDescription('Its feed').setRequired(true)),
  );

async function withCommands(handle: (interaction: Interaction) => Promise<unknown>, clock?: ManualClock) {
  const set = await started(clock ? { clock } : {});
  await set.client.application.commands.set([subscribe, sources]);
  const failures: unknown[] = [];
  listen(set.client, handle, failures);
  return { ...set, failures };
}

function listen(client: Client, handle: (interaction: Interaction) => Promise<unknown>, failures: unknown[]) {
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error) => failures.push(error));
  });
}

describe('a slash command', () => {
  it('reaches the bot with typed options and what they stand for', async () => {
    const { playground } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply(
        JSON.stringify([
          options.getString('topic'),
          options.getInteger('stories'),
          (options.getChannel('channel') as { name: string }).name,
          options.getUser('for')?.username,
          options.getBoolean('quiet'),
          interaction.locale,
          interaction.inCachedGuild() && interaction.member.displayName,
          interaction.appPermissions.has('EmbedLinks'),
        ]),
      );
    });
    const options = { topic: 'health', stories: 5, channel: WORLD_CHANNEL_ID, for: MILO_ID, quiet: true };
    const reply = await playground.as({ locale: 'ja' }).command('subscribe', { options });
    expect(JSON.parse(reply.message!.content)).toEqual(['health', 5, 'world', 'milo', true, 'ja', 'Milo', true]);
    expect(reply.ephemeral).toBe(false);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toEqual([reply.message]);
  });

  it('may be deferred, edited, followed up, deleted', async () => {
    const { playground, failures } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({ embeds: [{ title: 'done' }] });
      const more = await interaction.followUp({ content: 'for you', flags: MessageFlags.Ephemeral });
      await interaction.followUp('for all');
      await interaction.deleteReply(more);
      await interaction.editReply({ content: 'edited', embeds: [] });
    });
    const reply = await playground.as().command('subscribe', { options: { topic: 'health' } });
    expect(reply.message?.embeds[0]?.title).toBe('done');
    await reply.until(({ message }) => message?.content === 'edited');
    expect(reply.followups.map(({ content }) => content)).toEqual(['for all']);
    expect(failures).toEqual([]);
  });

  it('may be answered for one person only', async () => {
    const { playground, client, failures } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const row = { type: 1, components: [{ type: 2, style: 1, label: 'B', custom_id: 'b' }] };
      const { resource } = await interaction.reply({
        components: [row],
        content: 'psst',
        flags: MessageFlags.Ephemeral,
        withResponse: true,
      });
      expect(resource?.message?.flags.has('Ephemeral')).toBe(true);
    });
    const reply = await playground.as().command('subscribe', { options: { topic: 'health' } });
    expect([reply.message?.content, reply.ephemeral]).toEqual(['psst', true]);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toEqual([]);
    const ada = playground.as({ administrator: true });
    await expect(ada.press(reply.message!, 'b')).rejects.toThrow('Ada cannot see that message');
    const path = `/channels/${NEWS_CHANNEL_ID}/messages/${reply.message?.id}`;
    expect((await raw(playground, 'GET', path)).body.code).toBe(10008);
    expect([failures, client.isReady()]).toEqual([[], true]);
  });

  it('has subcommands, and is refused to those who lack its permission', async () => {
    const { playground } = await withCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getSubcommand());
    });
    const milo = playground.as();
    const ada = playground.as({ administrator: true });
    expect((await ada.command('sources', { subcommand: 'list' })).message?.content).toBe('list');
    await expect(milo.command('sources', { subcommand: 'list' })).rejects.toThrow(
      'Milo may not use /sources: it needs Manage Guild',
    );
    await expect(ada.command('sources')).rejects.toThrow('/sources needs a subcommand: list, add');
    await expect(ada.command('sources', { subcommand: 'add' })).rejects.toThrow('/sources add needs the option "url"');
    await expect(ada.command('source')).rejects.toThrow('there is no command /source; there are: subscribe, sources');
    await expect(milo.command('subscribe', { options: { topic: 'x', stories: 10 } })).rejects.toThrow(
      '"stories" must be at most 9',
    );
    await expect(milo.command('subscribe', { options: { topic: 'x', where: 'y' } })).rejects.toThrow(
      'has no option "where"',
    );
  });

  it('may be used in a DM with the bot', async () => {
    const { playground } = await withCommands(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`${interaction.context} ${interaction.user.username}`);
    });
    const { id } = playground.world.openDm(MILO_ID);
    const reply = await playground.as().command('subscribe', { channelId: id, options: { topic: 'x' } });
    expect(reply.message?.content).toBe('1 milo');
    expect(reply.message?.channel_id).toBe(id);
  });

  it('suggests values', async () => {
    const { playground } = await withCommands(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${typed.name}: ${typed.value}`, value: typed.value }]);
    });
    const suggestion = await playground.as().autocomplete('subscribe', { focused: 'topic', options: { topic: 'hea' } });
    expect(suggestion).toEqual([{ name: 'topic: hea', value: 'hea' }]);
  });
});

describe('components', () => {
  it('are pressed and chosen from, updating the message or opening a modal', async () => {
    const { playground, failures } = await withCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const choice = new StringSelectMenuBuilder().setCustomId('choice').addOptions({ label: 'One', value: '1' });
        const press = new ButtonBuilder().setCustomId('press').setLabel('Press').setStyle(ButtonStyle.Primary);
        const off = new ButtonBuilder()
          .setCustomId('off')
          .setLabel('Off')
          .setStyle(ButtonStyle.Primary)
          .setDisabled(true);
        await interaction.reply({
          content: 'menu',
          components: [
            new ActionRowBuilder<ButtonBuilder>().addComponents(press, off),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(choice),
          ],
        });
      }
      if (interaction.isButton()) await interaction.update({ content: 'pressed' });
      if (interaction.isStringSelectMenu()) {
        const input = new TextInputBuilder().setCustomId('note').setLabel('Note').setStyle(TextInputStyle.Short);
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
        await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('Form').addComponents(row));
      }
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('note'));
    });
    const milo = playground.as();
    const { message } = await milo.command('subscribe', { options: { topic: 'x' } });
    const pressed = await milo.press(message!, 'press');
    expect([pressed.message?.id, pressed.message?.content]).toEqual([message?.id, 'pressed']);
    await expect(milo.press(message!, 'off')).rejects.toThrow('"off" is disabled');
    await expect(milo.press(message!, 'gone')).rejects.toThrow('it has: press, off, choice');
    await expect(milo.select(message!, 'choice', ['2'])).rejects.toThrow('has no option "2"; it has: 1');

    const opened = await milo.select(message!, 'choice', ['1']);
    expect(opened.modal?.title).toBe('Form');
    await expect(milo.submit(opened, {})).rejects.toThrow('field "note" is required');
    const submitted = await milo.submit(opened, { note: 'hello' });
    expect(submitted.message?.content).toBe('hello');
    expect(failures).toEqual([]);
  });

  it('may be acknowledged first and answered later', async () => {
    const { playground, news } = await withCommands(async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.followUp({ content: 'a full brief', flags: MessageFlags.Ephemeral });
    });
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Full brief', custom_id: 'brief' }] };
    const { id } = await news.send({ content: 'briefing', components: [row] });
    const reply = await playground.as().press(playground.world.message(id)!, 'brief');
    expect(reply.message?.content).toBe('briefing');
    expect(reply.followups[0]).toMatchObject({ content: 'a full brief', flags: MessageFlags.Ephemeral });
  });
});

describe('the rules of answering', () => {
  it('void the token after 3 seconds without acknowledgement (10062)', async () => {
    const clock = new ManualClock();
    let late: Promise<unknown> | undefined;
    let arrived = () => {};
    const came = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { playground } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      arrived();
      await new Promise((resolve) => setTimeout(resolve, 30));
      late = interaction.reply('too late').catch((error) => error);
    }, clock);
    const reply = playground.as().command('subscribe', { options: { topic: 'x' } });
    const refused = expect(reply).rejects.toThrow('The application did not respond');
    await came;
    clock.advance(3001);
    await refused;
    await expect.poll(() => late).toBeDefined();
    expect(await late).toMatchObject({ code: 10062 });
  });

  it('end the token after 15 minutes, and refuse a second answer (40060)', async () => {
    const clock = new ManualClock();
    const { playground } = await withCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('answer');
    }, clock);
    const { interaction } = await playground.as().command('subscribe', { options: { topic: 'x' } });
    const { id, token, application_id } = interaction.payload;
    const callback = `/interactions/${id}/${token}/callback`;
    const original = `/webhooks/${application_id}/${token}/messages/%40original`;
    expect((await raw(playground, 'POST', callback, { type: 4, data: { content: 'x' } }, {})).body.code).toBe(40060);
    expect((await raw(playground, 'GET', original, undefined, {})).body.content).toBe('answer');
    clock.advance(15 * 60_000 + 1);
    expect((await raw(playground, 'GET', original, undefined, {})).body.code).toBe(50027);
    expect((await raw(playground, 'POST', callback, { type: 4, data: { content: 'x' } }, {})).body.code).toBe(10062);
  });

  it('check the answer: its kind, its form, its choices', async () => {
    const { playground, failures } = await withCommands(async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: 'x', value: 'v'.repeat(101) }]).catch((error) => failures.push(error));
        await interaction.respond([]);
      }
      if (interaction.isChatInputCommand()) {
        await interaction
          .reply({ embeds: [{ fields: [{ name: 'x', value: '' }] }] })
          .catch((error) => failures.push(error));
        await interaction.reply('well then');
      }
    });
    const milo = playground.as();
    await milo.autocomplete('subscribe', { focused: 'topic' });
    await milo.command('subscribe', { options: { topic: 'x' } });
    expect(failures.map((error) => (error as Error).message.split('\n')[1])).toEqual([
      'data.choices[0].value[BASE_TYPE_MAX_LENGTH]: Must be 100 or fewer in length.',
      'data.embeds[0].fields[0].value[BASE_TYPE_REQUIRED]: This field is required',
    ]);
  });

  it('a 204 says nothing about its content', async () => {
    const { playground } = await withCommands(async () => {});
    const answer = await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/typing`);
    expect(answer).toEqual({ status: 204, type: null, body: undefined });
    await expect(playground.as({ guildId: GUILD_ID }).command('nothing')).rejects.toThrow('no command /nothing');
  });

  it('nobody answers when no bot is there', async () => {
    const { playground, client } = await withCommands(async () => {});
    await client.destroy();
    await expect.poll(() => playground.gateway.connected).toBe(0);
    const asked = playground.as().command('subscribe', { options: { topic: 'x' } });
    await expect(asked).rejects.toThrow('The application did not respond: no bot is connected');
  });
});
