import { el } from '../dom.js';
import { t } from '../texts/texts.js';

/** @typedef {import('../app.js').App} App @typedef {import('../types.js').Message} Message */

/** The reactions to a message; pressing one joins it or leaves it. @param {Message} message @param {App} app */
export function reactionRow(message, app) {
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return el('div', { class: 'reactions' }, ...reactions.map((reaction) => chip(message, reaction, app)));
}

/** @param {Message} message @param {import('../types.js').Reaction} reaction @param {App} app */
function chip(message, { emoji, count, me, users }, app) {
  const label = t('reactedBy', { names: namesOf(users, count, app), emoji });
  return el(
    'button',
    {
      ...{ type: 'button', class: 'reaction', 'data-key': `reaction ${emoji}`, title: label },
      ...{ 'aria-pressed': String(me), 'aria-label': label },
      onclick: () => app.react(message, emoji, !me),
    },
    el('span', { 'aria-hidden': 'true' }, emoji),
    el('span', {}, String(count)),
  );
}

/** @param {readonly string[]} users @param {number} count @param {App} app */
function namesOf(users, count, { store, locale }) {
  const names = users.map((id) => store.nameOf(id));
  const more = count - users.length;
  return new Intl.ListFormat(locale).format(more > 0 ? [...names, `+${more}`] : names);
}
