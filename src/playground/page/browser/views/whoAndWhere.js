import { ChannelType, isThread } from '../discord.js';

/** @typedef {import('../Store.js').Store} Store @typedef {import('./Listbox.js').Item} Item */

/** The members of the server that is open. @param {Store} store @returns {Item[]} */
export function memberItems(store) {
  const ids = store.guild?.members.map(({ user_id }) => user_id) ?? [store.state.me, store.state.bot];
  return ids.map((id) => ({ label: `@${store.nameOf(id)}`, description: store.user(id)?.username, value: id }));
}

/** @param {Store} store @returns {Item[]} */
export function roleItems(store) {
  return (store.guild?.roles ?? []).map(({ id, name }) => ({ label: `@${name.replace(/^@/, '')}`, value: id }));
}

/** The channels one sees in the server that is open, of these types. @param {Store} store @param {readonly number[]} [types] @returns {Item[]} */
export function channelItems(store, types) {
  const guildId = store.guild?.id;
  return store.state.channels
    .filter((channel) => channel.guild_id === guildId && channel.type !== ChannelType.DM)
    .filter((channel) => (types?.length ? types.includes(channel.type) : !isThread(channel.type)))
    .map(({ id, name, topic }) => ({ label: `#${name}`, description: topic ?? undefined, value: id }));
}
