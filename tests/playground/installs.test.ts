import {
  ApplicationCommandType,
  ChannelType,
  InteractionContextType as Context,
  Events,
  ApplicationIntegrationType as Install,
  type Interaction,
  MessageFlags,
  MessageType,
  PermissionFlagsBits as Permission,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  ADA_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import type { GuildSeed } from '../../src/playground/world/WorldSeed.ts';
import { raw, started } from './support/bot.ts';

const ELSEWHERE_ID = '1290000000000000700';
const ELSEWHERE_CHANNEL_ID = '1290000000000000701';

const elsewhere = (permissions: bigint): GuildSeed => ({
  ...{ id: ELSEWHERE_ID, name: 'Elsewhere', owner_id: ADA_ID },
  roles: [{ id: ELSEWHERE_ID, name: '@everyone', permissions: permissions.toString() }],
  members: [{ user_id: ADA_ID }, { user_id: MILO_ID }],
  channels: [{ id: ELSEWHERE_CHANNEL_ID, name: 'general' }],
});
const reader = Permission.ViewChannel | Permission.SendMessages | Permission.UseApplicationCommands;
const both = [Install.GuildInstall, Install.UserInstall];

async function withCommands(handle: (interaction: Interaction) => Promise<unknown>) {
  const set = await started();
  set.playground.world.guilds.add(elsewhere(reader | Permission.UseExternalApps));
  await set.client.application.commands.set([
    { name: 'latest', description: 'x', integrationTypes: both },
    { name: 'here', description: 'x', contexts: [Context.Guild] },
    { name: 'mine', description: 'x', integrationTypes: [Install.UserInstall], contexts: [Context.BotDM] },
    { name: 'Explain', type: ApplicationCommandType.Message, integrationTypes: both },
    { name: 'Who is this', type: ApplicationCommandType.User },
    {
      name: 'follow',
      description: 'x',
      options: [
        { type: 7, name: 'channel', description: 'x', channelTypes: [ChannelType.GuildAnnouncement] },
        { type: 3, name: 'word', description: 'x', minLength: 2, maxLength: 3 },
        { type: 10, name: 'share', description: 'x', minValue: 0.5, maxValue: 1 },
      ],
    },
  ]);
  const failures: unknown[] = [];
  set.client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error) => failures.push(error));
  });
  return { ...set, failures };
}

const where = async (interaction: Interaction) => {
  if (!interaction.isCommand()) return;
  const { context, authorizingIntegrationOwners: owners, appPermissions } = interaction;
  const told = [context, owners[0] ?? null, owners[1] ?? null, appPermissions.has('ViewChannel')];
  await interaction.reply(JSON.stringify(told));
};

describe('an application installed by a user', () => {
  it('comes along: into servers without the bot, DMs and groups', async () => {
    const { playground, failures } = await withCommands(where);
    const milo = playground.as({ userId: MILO_ID, installs: true });
    const dm = playground.world.openDm(MILO_ID).id;
    const between = playground.world.openPrivate(MILO_ID, ADA_ID).id;
    const group = playground.world.openPrivate(MILO_ID, ADA_ID, '5').id;
    const told = async (channelId: string) =>
      JSON.parse((await milo.command('latest', { channelId })).message?.content ?? '');
    expect(await told(NEWS_CHANNEL_ID)).toEqual([Context.Guild, GUILD_ID, MILO_ID, true]);
    expect(await told(ELSEWHERE_CHANNEL_ID)).toEqual([Context.Guild, null, MILO_ID, false]);
    expect(await told(dm)).toEqual([Context.BotDM, '0', MILO_ID, true]);
    expect(await told(between)).toEqual([Context.PrivateChannel, null, MILO_ID, false]);
    expect(await told(group)).toEqual([Context.PrivateChannel, null, MILO_ID, false]);
    expect(failures).toEqual([]);
  });

  it('is not there for others, nor a command that is not meant for the place', async () => {
    const { playground } = await withCommands(where);
    const between = playground.world.openPrivate(MILO_ID, ADA_ID).id;
    const ada = playground.as({ userId: ADA_ID });
    await expect(ada.command('latest', { channelId: ELSEWHERE_CHANNEL_ID })).rejects.toThrow('no command /latest');
    await expect(ada.command('latest', { channelId: between })).rejects.toThrow('no command /latest');
    await expect(ada.command('mine', { channelId: NEWS_CHANNEL_ID })).rejects.toThrow('no command /mine');
    const milo = playground.as({ userId: MILO_ID, installs: true });
    await expect(milo.command('mine', { channelId: NEWS_CHANNEL_ID })).rejects.toThrow('/mine cannot be used here');
    await expect(milo.command('here', { channelId: playground.world.openDm(MILO_ID).id })).rejects.toThrow(
      '/here cannot be used here',
    );
    await expect(milo.command('latest', { channelId: playground.world.openPrivate(ADA_ID, '5').id })).rejects.toThrow(
      'Milo cannot see that channel',
    );
  });

  it('answers five times more at most where only the user installed it (40094)', async () => {
    const codes: unknown[] = [];
    const { playground } = await withCommands(async (interaction) => {
      if (!interaction.isCommand()) return;
      await interaction.reply('first');
      for (let n = 0; n < 6; n += 1) {
        await interaction.followUp(`${n}`).then(
          () => codes.push('sent'),
          (error) => codes.push(error.code),
        );
      }
    });
    const milo = playground.as({ userId: MILO_ID, installs: true });
    const reply = await milo.command('latest', { channelId: ELSEWHERE_CHANNEL_ID });
    await expect.poll(() => codes).toEqual([...Array(5).fill('sent'), 40094]);
    expect(reply.followups).toHaveLength(5);
    await milo.command('latest', { channelId: NEWS_CHANNEL_ID });
    await expect.poll(() => codes.slice(6)).toEqual(Array(6).fill('sent'));
  });

  it('is seen by its user alone where external applications are not welcome', async () => {
    const { playground } = await withCommands(where);
    playground.world.guilds.changeRole(ELSEWHERE_ID, ELSEWHERE_ID, { permissions: reader.toString() });
    const milo = playground.as({ userId: MILO_ID, installs: true });
    const reply = await milo.command('latest', { channelId: ELSEWHERE_CHANNEL_ID });
    expect([reply.ephemeral, playground.world.messagesIn(ELSEWHERE_CHANNEL_ID)]).toEqual([true, []]);
  });

  it('keeps its owners when a button is pressed, without a message of the bot’s own there', async () => {
    const { playground, failures } = await withCommands(async (interaction) => {
      const row = { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] };
      if (interaction.isCommand()) await interaction.reply({ content: 'one', components: [row] });
      if (interaction.isButton()) {
        await interaction.update(`${interaction.authorizingIntegrationOwners[1]} ${interaction.context}`);
      }
    });
    const milo = playground.as({ userId: MILO_ID, installs: true });
    const { message } = await milo.command('latest', { channelId: ELSEWHERE_CHANNEL_ID });
    const pressed = await milo.press(message!, 'more');
    expect(pressed.message?.content).toBe(`${MILO_ID} ${Context.Guild}`);
    const path = `/channels/${ELSEWHERE_CHANNEL_ID}/messages/${message?.id}`;
    expect((await raw(playground, 'PATCH', path, { content: 'x' })).body.code).toBe(50001);
    expect(failures).toEqual([]);
  });
});

describe('commands of a menu', () => {
  it('are told their target, and are answered by a message of their own type', async () => {
    const { playground, failures } = await withCommands(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
      if (interaction.isUserContextMenuCommand()) {
        const nick = interaction.inCachedGuild() ? interaction.targetMember?.displayName : '';
        await interaction.reply({
          content: `${interaction.targetUser.username} ${nick}`,
          flags: MessageFlags.Ephemeral,
        });
      }
    });
    const milo = playground.as({ userId: MILO_ID });
    const written = playground.as({ userId: ADA_ID }).write('the bridge fell', { channelId: NEWS_CHANNEL_ID });
    const explained = await milo.onMessage('Explain', written);
    expect(explained.message).toMatchObject({
      content: 'the bridge fell',
      type: MessageType.ContextMenuCommand,
      interaction_metadata: { target_message_id: written.id },
    });
    const described = await milo.onUser('Who is this', ADA_ID, NEWS_CHANNEL_ID);
    expect(described.message).toMatchObject({
      content: 'ada Ada',
      type: MessageType.ContextMenuCommand,
      interaction_metadata: { target_user: { id: ADA_ID } },
    });
    await expect(milo.onMessage('Who is this', written)).rejects.toThrow('no command /Who is this');
    expect(failures).toEqual([]);
  });
});

describe('options', () => {
  it('are checked as Discord’s client checks them before it sends', async () => {
    const { playground } = await withCommands(where);
    const milo = playground.as();
    const follow = (options: Record<string, string | number>) => milo.command('follow', { options });
    await expect(follow({ channel: NEWS_CHANNEL_ID })).rejects.toThrow('"channel" must be a channel of type 5');
    await expect(follow({ word: 'x' })).rejects.toThrow('"word" must have 2 to 3 characters');
    await expect(follow({ word: 'xxxx' })).rejects.toThrow('"word" must have 2 to 3 characters');
    await expect(follow({ share: 0.4 })).rejects.toThrow('"share" must be at least 0.5');
    await expect(follow({ share: 1.1 })).rejects.toThrow('"share" must be at most 1');
    const good = await follow({ channel: HEADLINES_CHANNEL_ID, word: 'xyz', share: 0.5 });
    expect(good.message?.type).toBe(MessageType.ChatInputCommand);
  });
});

describe('direct messages', () => {
  it('are refused by who takes none (50007), in a channel that stands', async () => {
    const { playground, client } = await started();
    const milo = await client.users.fetch(MILO_ID);
    const channel = await milo.createDM();
    expect(channel.type).toBe(ChannelType.DM);
    playground.world.closedDms.set(MILO_ID, true);
    await expect(milo.send('news')).rejects.toMatchObject({ code: 50007 });
    playground.world.closedDms.delete(MILO_ID);
    expect((await milo.send('news')).channelId).toBe(channel.id);
    expect((await raw(playground, 'POST', '/users/@me/channels', { recipient_id: '5' })).body.code).toBe(50033);
    expect((await raw(playground, 'POST', '/users/@me/channels', {})).body.code).toBe(50033);
  });
});
