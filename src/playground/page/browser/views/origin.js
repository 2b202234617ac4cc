import { MessageType } from '../discord.js';
import { el } from '../dom.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';

/** @typedef {import('../app.js').App} App @typedef {import('../types.js').Message} Message */

/** What the message answers, above it: a command that somebody used, or another message. @param {Message} message @param {App} app */
export function origin(message, app) {
  const repliedTo = message.message_reference?.message_id;
  if (message.type === MessageType.Reply && repliedTo) return reply(repliedTo, app);
  return message.interaction_metadata ? command(message, message.interaction_metadata.user, app) : null;
}

/** @param {string} repliedTo @param {App} app */
function reply(repliedTo, app) {
  const { store } = app;
  const original = store.messages.get(repliedTo);
  const author = original?.author ?? store.user(store.state.bot);
  const name = original ? store.authorOf(original) : store.nameOf(store.state.bot);
  return el(
    'div',
    { class: 'origin' },
    author && avatar(author),
    el(
      'button',
      {
        ...{ type: 'button', class: 'origin-author', 'aria-label': t('repliesTo', { name }) },
        onclick: () => app.showMessage(repliedTo),
      },
      name,
    ),
    original && el('span', { class: 'origin-excerpt', dir: 'auto' }, excerpt(original)),
  );
}

/** @param {Message} message @param {import('../types.js').Author} user @param {App} app */
function command(message, user, app) {
  const typed = message.type !== MessageType.MenuCommand;
  const parts = t(message.command ? 'used' : 'usedSomething', { name: '\ue000', command: '\ue001' });
  const shown = parts.split(/([\ue000\ue001])/).map((part) => {
    if (part === '\ue000') return el('strong', {}, app.store.nameOf(user.id));
    return part === '\ue001' ? el('span', { class: 'command' }, `${typed ? '/' : ''}${message.command}`) : part;
  });
  return el('div', { class: 'origin' }, avatar(user), el('span', { class: 'origin-text' }, ...shown));
}

/** @param {Message} message */
function excerpt({ content, embeds, attachments }) {
  return (content || embeds[0]?.title || embeds[0]?.description || attachments[0]?.filename || '')
    .replace(/<[^<>]+>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[*_~|`]+/g, '')
    .replace(/^[\s·]+|[\s·]+$/g, '')
    .slice(0, 90);
}
