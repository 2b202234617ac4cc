import { el, fill } from '../dom.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';

/** @typedef {import('../app.js').App} App @typedef {import('../types.js').User} User */

/** Who is in the server that is open, or in the conversation. @param {App} app */
export function memberList(app) {
  const { store } = app;
  const list = el('div', { class: 'member-groups' });
  const element = el('aside', { class: 'panel members', id: 'members' }, list);
  const render = () => {
    if (!store.state) return;
    element.setAttribute('aria-label', t('members'));
    const focused = document.activeElement?.getAttribute('data-key');
    const here = store.membersHere.flatMap((id) => store.user(id) ?? []);
    fill(
      list,
      group(
        t('members'),
        here.filter(({ bot }) => !bot),
      ),
      group(
        t('apps'),
        here.filter(({ bot }) => bot),
      ),
    );
    const again = focused ? list.querySelector(`[data-key="${CSS.escape(focused)}"]`) : null;
    if (again instanceof HTMLElement) again.focus();
  };
  /** @param {string} name @param {readonly User[]} users */
  const group = (name, users) =>
    users.length > 0 &&
    el('section', {}, el('h2', {}, `${name} — ${users.length}`), el('ul', {}, ...users.map((user) => member(user))));
  /** @param {User} user */
  const member = (user) => {
    const isHere = !user.bot || store.state.online;
    return el(
      'li',
      {},
      el(
        'button',
        {
          ...{ type: 'button', class: 'member', 'data-key': `member ${user.id}`, 'aria-haspopup': 'menu' },
          onclick: (/** @type {MouseEvent} */ event) => app.openUser(user.id, event),
        },
        el('span', { class: `presence ${isHere ? 'online' : ''}` }, avatar(user)),
        el('span', { class: 'member-name', dir: 'auto' }, store.nameOf(user.id)),
        user.bot && el('span', { class: 'app-tag' }, t('app')),
      ),
    );
  };
  for (const topic of /** @type {const} */ (['reader', 'channel', 'world', 'status'])) store.on(topic, render);
  return { element };
}
