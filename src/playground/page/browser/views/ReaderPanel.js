import { LOCALES } from '../discord.js';
import { el, fill, icon } from '../dom.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';

const SUN =
  'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-6v2m0 16v2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4M2 12h2m16 0h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4';
const MOON = 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z';

/** Who I am, my language, dark or light: where Discord shows who is logged in. @param {import('../app.js').App} app */
export function readerPanel(app) {
  const face = el('span', { class: 'reader-face' });
  const person = el('select', { id: 'who', onchange: () => app.become(person.value, app.locale) });
  const language = el('select', { id: 'language', onchange: () => app.become(app.store.state.me, language.value) });
  const theme = el('button', {
    type: 'button',
    class: 'icon-button',
    onclick: () => app.setTheme(isDark() ? 'light' : 'dark'),
  });
  const element = el('section', { class: 'reader' }, el('div', { class: 'reader-row' }, face, person, theme), language);
  const render = () => {
    const { store } = app;
    if (store.me) fill(face, avatar(store.me));
    person.setAttribute('aria-label', t('whoIAm'));
    person.title = t('whoIAm');
    fill(
      person,
      ...store.state.people.map(({ id, administrator }) =>
        el(
          'option',
          { value: id, selected: id === store.state.me },
          `${store.nameOf(id)} · ${t(administrator ? 'administrator' : 'member')}`,
        ),
      ),
    );
    language.setAttribute('aria-label', t('language'));
    language.title = t('language');
    if (language.length === 0)
      fill(language, ...Object.entries(LOCALES).map(([code, name]) => el('option', { value: code, lang: code }, name)));
    language.value = app.locale;
    const label = t(isDark() ? 'toLight' : 'toDark');
    theme.setAttribute('aria-label', label);
    theme.title = label;
    fill(theme, icon(isDark() ? SUN : MOON));
  };
  app.store.on('reader', render);
  app.store.on('world', render);
  return { element, render };
}

function isDark() {
  return document.documentElement.dataset.theme === 'dark';
}
