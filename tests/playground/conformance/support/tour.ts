import { type APIInteraction, ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Playground } from '../../../../src/playground/startPlayground.ts';
import {
  ADA_ID,
  APPLICATION_ID,
  BOT_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
} from '../../../../src/playground/world/defaultWorld.ts';
import { raw } from '../../support/bot.ts';

type Made = { id: string; token: string };

const SECOND_GUILD_ID = '1290000000000000900';
const thumb = encodeURIComponent('👍');
const button = { type: 2, style: 1, label: 'B', custom_id: 'b' };

/** Calls every endpoint with success, as a bot that may do everything; throws at the first refusal. */
export async function tour(playground: Playground): Promise<void> {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Made> => {
    const answer = await raw(playground, method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (answer.status === 204 && answer.type !== null) throw new Error(`${method} ${path}: a 204 of ${answer.type}`);
    return answer.body;
  };
  await aboutTheBot(call);
  await aboutTheGuild(call);
  await aboutMessages(call);
  await aboutThreads(call);
  await aboutWebhooks(call);
  await aboutCommands(call);
  await aboutInteractions(call, playground);
  await comingsAndGoings(call, playground);
}

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Made>;

async function aboutTheBot(call: Call): Promise<void> {
  await call('GET', '/gateway');
  await call('GET', '/gateway/bot');
  await call('GET', '/applications/@me');
  await call('GET', '/oauth2/applications/@me');
  await call('GET', '/users/@me');
  await call('GET', '/users/@me/guilds');
  await call('GET', `/users/${ADA_ID}`);
  const { id } = await call('POST', '/users/@me/channels', { recipient_id: ADA_ID });
  await call('GET', `/channels/${id}`);
  await call('POST', `/channels/${id}/messages`, { content: 'psst' });
}

async function aboutTheGuild(call: Call): Promise<void> {
  const guild = `/guilds/${GUILD_ID}`;
  await call('GET', `${guild}?with_counts=true`);
  const role = await call('POST', `${guild}/roles`, { name: 'Readers', color: 255 });
  await call('GET', `${guild}/roles`);
  await call('GET', `${guild}/roles/${role.id}`);
  await call('PATCH', `${guild}/roles`, [{ id: role.id, position: 1 }]);
  await call('PATCH', `${guild}/roles/${role.id}`, { hoist: true });
  await call('PUT', `${guild}/members/${MILO_ID}/roles/${role.id}`);
  await call('DELETE', `${guild}/members/${MILO_ID}/roles/${role.id}`);
  await call('GET', `${guild}/members?limit=10`);
  await call('GET', `${guild}/members/search?query=mi`);
  await call('GET', `${guild}/members/${MILO_ID}`);
  await call('PATCH', `${guild}/members/${MILO_ID}`, { nick: 'Mi' });
  await call('PATCH', `${guild}/members/@me`, { nick: 'News' });
  await call('GET', `/users/@me/guilds/${GUILD_ID}/member`);
  const channel = await call('POST', `${guild}/channels`, { name: 'short-lived' });
  await call('GET', `${guild}/channels`);
  await call('PATCH', `${guild}/channels`, [{ id: channel.id, position: 1 }]);
  await call('PATCH', `/channels/${channel.id}`, { topic: 'x' });
  await call('PUT', `/channels/${channel.id}/permissions/${role.id}`, { type: 0, allow: '1024', deny: '0' });
  await call('DELETE', `/channels/${channel.id}/permissions/${role.id}`);
  await call('DELETE', `/channels/${channel.id}`);
  await call('DELETE', `${guild}/roles/${role.id}`);
}

async function aboutMessages(call: Call): Promise<void> {
  const posts = `/channels/${NEWS_CHANNEL_ID}/messages`;
  await call('POST', `/channels/${NEWS_CHANNEL_ID}/typing`);
  const { id } = await call('POST', posts, { embeds: [{ title: 'Bridge', description: 'It fell.' }] });
  const message = `${posts}/${id}`;
  await call('GET', posts);
  await call('GET', message);
  await call('PATCH', message, { content: 'edited' });
  for (const pins of [`${posts}/pins`, `/channels/${NEWS_CHANNEL_ID}/pins`]) {
    await call('PUT', `${pins}/${id}`);
    await call('GET', pins);
    await call('DELETE', `${pins}/${id}`);
  }
  const reactions = `${message}/reactions`;
  const react = () => call('PUT', `${reactions}/${thumb}/@me`);
  await react();
  await call('GET', `${reactions}/${thumb}`);
  await call('DELETE', `${reactions}/${thumb}/@me`);
  await react();
  await call('DELETE', `${reactions}/${thumb}/${BOT_ID}`);
  await react();
  await call('DELETE', `${reactions}/${thumb}`);
  await react();
  await call('DELETE', reactions);
  await call('DELETE', message);
  const headlines = `/channels/${HEADLINES_CHANNEL_ID}/messages`;
  const headline = await call('POST', headlines, { content: 'x' });
  await call('POST', `${headlines}/${headline.id}/crosspost`);
}

async function aboutThreads(call: Call): Promise<void> {
  const news = `/channels/${NEWS_CHANNEL_ID}`;
  const secret = await call('POST', `${news}/threads`, { name: 'secret', type: ChannelType.PrivateThread });
  const { id } = await call('POST', `${news}/messages`, { content: 'story' });
  const open = await call('POST', `${news}/messages/${id}/threads`, { name: 'open' });
  const members = `/channels/${open.id}/thread-members`;
  await call('PUT', `${members}/${MILO_ID}`);
  await call('GET', members);
  await call('GET', `${members}/${MILO_ID}`);
  await call('DELETE', `${members}/${MILO_ID}`);
  await call('DELETE', `${members}/@me`);
  await call('PUT', `${members}/@me`);
  await call('GET', `/guilds/${GUILD_ID}/threads/active`);
  await call('GET', `/guilds/${GUILD_ID}/audit-logs`);
  for (const thread of [secret, open]) await call('PATCH', `/channels/${thread.id}`, { archived: true });
  await call('GET', `${news}/threads/archived/public`);
  await call('GET', `${news}/threads/archived/private`);
  await call('GET', `${news}/users/@me/threads/archived/private`);
  await call('DELETE', `/channels/${secret.id}`);
  const tags = [{ name: 'World' }];
  const forum = await call('POST', `/guilds/${GUILD_ID}/channels`, { name: 'stories', type: 15, available_tags: tags });
  await call('POST', `/channels/${forum.id}/threads`, { name: 'Bridge', message: { content: 'It fell.' } });
}

async function aboutWebhooks(call: Call): Promise<void> {
  const news = `/channels/${NEWS_CHANNEL_ID}/webhooks`;
  const { id, token } = await call('POST', news, { name: 'Wire' });
  await call('GET', news);
  await call('GET', `/guilds/${GUILD_ID}/webhooks`);
  await call('GET', `/webhooks/${id}`);
  await call('PATCH', `/webhooks/${id}`, { name: 'Ticker' });
  const own = `/webhooks/${id}/${token}`;
  await call('GET', own, undefined, {});
  await call('PATCH', own, { name: 'Wire' }, {});
  const written = await call('POST', `${own}?wait=true`, { content: 'x' }, {});
  await call('POST', own, { content: 'unseen' }, {});
  await call('GET', `${own}/messages/${written.id}`, undefined, {});
  await call('PATCH', `${own}/messages/${written.id}`, { content: 'y' }, {});
  await call('DELETE', `${own}/messages/${written.id}`, undefined, {});
  await call('DELETE', own, undefined, {});
  const other = await call('POST', news, { name: 'Wire' });
  await call('DELETE', `/webhooks/${other.id}`);
}

async function aboutCommands(call: Call): Promise<void> {
  const scopes = [`/applications/${APPLICATION_ID}`, `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}`];
  for (const scope of scopes) {
    const { id } = await call('POST', `${scope}/commands`, { name: 'made', description: 'x' });
    await call('GET', `${scope}/commands?with_localizations=true`);
    await call('GET', `${scope}/commands/${id}`);
    await call('PATCH', `${scope}/commands/${id}`, { description: 'y' });
    await call('DELETE', `${scope}/commands/${id}`);
    await call('PUT', `${scope}/commands`, [{ name: 'ask', description: 'x' }]);
  }
}

async function aboutInteractions(call: Call, playground: Playground): Promise<void> {
  const answered = async (act: () => Promise<unknown>, body: unknown): Promise<APIInteraction> => {
    let payload: APIInteraction | undefined;
    const stop = playground.world.events.listen(({ t, d }) => {
      if (t === 'INTERACTION_CREATE') payload = d as APIInteraction;
    });
    const acted = act();
    stop();
    await call('POST', `/interactions/${payload!.id}/${payload!.token}/callback?with_response=true`, body, {});
    await acted;
    return payload!;
  };
  const milo = playground.as({ userId: MILO_ID });
  const components = [{ type: 1, components: [button] }];
  const { token } = await answered(() => milo.command('ask'), { type: 4, data: { content: 'x', components } });
  const own = `/webhooks/${APPLICATION_ID}/${token}`;
  const followup = await call('POST', own, { content: 'more' }, {});
  await call('GET', `${own}/messages/@original`, undefined, {});
  await call('PATCH', `${own}/messages/@original`, { content: 'edited' }, {});
  await call('DELETE', `${own}/messages/${followup.id}`, undefined, {});
  const [message] = playground.world.messagesIn(NEWS_CHANNEL_ID).slice(-1);
  await answered(() => milo.press(message!, 'b'), { type: 7, data: { content: 'pressed' } });
}

/** Events that no endpoint brings about; and the one that leaves the guild. */
async function comingsAndGoings(call: Call, playground: Playground): Promise<void> {
  const { guilds } = playground.world;
  guilds.leave(GUILD_ID, MILO_ID);
  guilds.join(GUILD_ID, MILO_ID);
  guilds.change(GUILD_ID, { name: 'Renamed' });
  const seed = { id: SECOND_GUILD_ID, name: 'Second', owner_id: ADA_ID, members: [{ user_id: ADA_ID }], channels: [] };
  guilds.add({ ...seed, roles: [{ id: SECOND_GUILD_ID, name: '@everyone', permissions: '0' }] });
  guilds.join(SECOND_GUILD_ID, BOT_ID, Permission.ViewChannel);
  await call('DELETE', `/users/@me/guilds/${SECOND_GUILD_ID}`);
}
