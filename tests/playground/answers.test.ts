import { Events, GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import { type SchemaName, schemaFaults } from '../../src/playground/checks/schemaFaults.ts';
import {
  ADA_ID,
  APPLICATION_ID,
  BOT_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { raw, started } from './support/bot.ts';

const message = {
  content: `<@${MILO_ID}> see`,
  nonce: 'n',
  embeds: [
    {
      title: 'Bridge',
      url: 'https://example.org/a',
      description: 'It fell.',
      color: 1,
      timestamp: '2026-01-01T00:00:00+00:00',
      fields: [{ name: 'Outlets', value: '3' }],
      author: { name: 'A', icon_url: 'https://example.org/i.png' },
      footer: { text: 'F' },
      image: { url: 'https://example.org/p.png' },
    },
  ],
  components: [
    { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a', description: null }] }] },
    { type: 1, components: [{ type: 2, style: 1, custom_id: 'b', label: 'B', emoji: { name: '📰' } }] },
  ],
};
const layout = {
  flags: 1 << 15,
  components: [
    { type: 12, items: [{ media: { url: 'https://example.org/p.png' } }] },
    {
      type: 17,
      components: [
        { type: 10, content: 'x' },
        { type: 14 },
        {
          type: 9,
          components: [{ type: 10, content: 'y' }],
          accessory: { type: 11, media: { url: 'https://example.org/p.png' } },
        },
      ],
    },
  ],
};

it('answers as Discord describes its answers', async () => {
  const { playground } = await started({ privilegedIntents: GatewayIntentBits.GuildMembers });
  const wrong: object[] = [];
  const get = async (schema: SchemaName, method: string, path: string, body?: unknown) => {
    const answer = await raw(playground, method, path, body);
    const objects = Array.isArray(answer.body) ? answer.body : [answer.body];
    for (const each of objects) {
      const faults = await schemaFaults(schema, each);
      if (faults.length > 0 || answer.status >= 400) wrong.push({ method, path, body: answer.body, faults });
    }
    return answer.body;
  };
  const posted = `/channels/${NEWS_CHANNEL_ID}/messages`;
  await get('GatewayBotResponseSchema', 'GET', '/gateway/bot');
  await get('PrivateApplicationResponseSchema', 'GET', '/applications/@me');
  await get('UserPIIResponseSchema', 'GET', '/users/@me');
  await get('UserResponseSchema', 'GET', `/users/${ADA_ID}`);
  await get('PrivateChannelResponseSchema', 'POST', '/users/@me/channels', { recipient_id: ADA_ID });
  await get('GuildWithCountsResponseSchema', 'GET', `/guilds/${GUILD_ID}?with_counts=true`);
  await get('GuildChannelResponseSchema', 'GET', `/guilds/${GUILD_ID}/channels`);
  await get('GuildRoleResponseSchema', 'GET', `/guilds/${GUILD_ID}/roles`);
  await get('GuildMemberResponseSchema', 'GET', `/guilds/${GUILD_ID}/members?limit=10`);
  await get('GuildMemberResponseSchema', 'GET', `/guilds/${GUILD_ID}/members/${BOT_ID}`);
  await get('GuildChannelResponseSchema', 'GET', `/channels/${NEWS_CHANNEL_ID}`);
  const { id } = await get('MessageResponseSchema', 'POST', posted, message);
  await get('MessageResponseSchema', 'POST', posted, layout);
  await get('ThreadResponseSchema', 'POST', `${posted}/${id}/threads`, { name: 'x' });
  await get('ThreadResponseSchema', 'POST', `/channels/${NEWS_CHANNEL_ID}/threads`, { name: 'x', type: 11 });
  await get('MessageResponseSchema', 'PATCH', `${posted}/${id}`, { content: 'y' });
  await get('BasicMessageResponseSchema', 'GET', posted);
  const headline = await get('MessageResponseSchema', 'POST', `/channels/${HEADLINES_CHANNEL_ID}/messages`, message);
  await get(
    'BasicMessageResponseSchema',
    'POST',
    `/channels/${HEADLINES_CHANNEL_ID}/messages/${headline.id}/crosspost`,
  );
  const command = { name: 'x', description: 'x', options: [{ type: 3, name: 'o', description: 'x' }] };
  await get('ApplicationCommandResponseSchema', 'POST', `/applications/${APPLICATION_ID}/commands`, command);
  await get('ApplicationCommandResponseSchema', 'GET', `/applications/${APPLICATION_ID}/commands`);
  await get('ApplicationCommandResponseSchema', 'PUT', `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`, [
    command,
  ]);
  expect(wrong).toEqual([]);
});

it('writes the messages of interactions as Discord describes them', async () => {
  const { playground, client } = await started();
  await client.application.commands.set([{ name: 'ask', description: 'x' }]);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ ...message, nonce: undefined, withResponse: true } as never);
      await interaction.followUp('more');
    }
    if (interaction.isButton()) await interaction.reply({ content: 'pressed', flags: 64 });
    if (interaction.isStringSelectMenu()) {
      const field = { type: 4, custom_id: 'f', label: 'F', style: 1 };
      await interaction.showModal({ title: 'M', custom_id: 'm', components: [{ type: 1, components: [field] }] });
    }
    if (interaction.isModalSubmit()) await interaction.reply('submitted');
  });
  const milo = playground.as();
  const asked = await (await milo.command('ask')).until(({ followups }) => followups.length > 0);
  const pressed = await milo.press(asked.message!, 'b');
  const submitted = await milo.submit(await milo.select(asked.message!, 's', ['a']), { f: 'x' });
  const shown = [asked.message, ...asked.followups, pressed.message, submitted.message];
  const faults = await Promise.all(shown.map((each) => schemaFaults('MessageResponseSchema', each)));
  expect(faults.flat()).toEqual([]);
});
