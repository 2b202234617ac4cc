import { el, icon } from '../dom.js';
import { t } from '../texts/texts.js';

/** @typedef {import('../app.js').App} App */

const THREAD = 'M6 4v10a3 3 0 0 0 3 3h10m-3-3 3 3-3 3';

/** The thread that was begun on a message, which has its id. @param {string} messageId @param {App} app */
function threadOf(messageId, app) {
  const { state, channelId } = app.store;
  return messageId === channelId ? undefined : state.channels.find(({ id }) => id === messageId);
}

/** What the card of a message shows; it changes when the card has to. @param {string} messageId @param {App} app */
export function threadSign(messageId, app) {
  const thread = threadOf(messageId, app);
  return thread ? `${thread.message_count} ${thread.name}` : '';
}

/** The way from a message into its thread. @param {string} messageId @param {App} app */
export function threadCard(messageId, app) {
  const thread = threadOf(messageId, app);
  if (!thread) return null;
  const count = t('messagesCounted', { count: thread.message_count ?? 0 });
  return el(
    'button',
    { type: 'button', class: 'thread-card', onclick: () => app.openChannel(thread.id) },
    icon(THREAD),
    el('strong', { dir: 'auto' }, thread.name ?? ''),
    el('span', { class: 'thread-count' }, `${count} ›`),
  );
}
