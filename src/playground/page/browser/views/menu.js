import { el } from '../dom.js';
import { t } from '../texts/texts.js';

/**
 * @typedef {{ label: string, face?: string, act: () => void }} Action `face`: what it shows instead of its label
 * @typedef {Action | { heading: string } | { row: Action[] }} MenuItem `row`: several side by side
 */

let close = () => {};

/**
 * Opens a menu at a point; arrow keys move, Escape closes (WAI-ARIA, "Menu Pattern").
 * @param {{ x: number, y: number }} at @param {readonly MenuItem[]} items
 */
export function openMenu(at, items) {
  close();
  const before = document.activeElement;
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': t('menu'), tabindex: -1 });
  close = () => {
    menu.remove();
    removeEventListener('pointerdown', outside, true);
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    close = () => {};
  };
  /** @param {Event} event */
  const outside = (event) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) close();
  };
  for (const item of items) {
    if ('heading' in item) menu.append(el('div', { class: 'menu-heading', role: 'presentation' }, item.heading));
    else if ('row' in item)
      menu.append(el('div', { class: 'menu-row', role: 'presentation' }, ...item.row.map(action)));
    else menu.append(action(item));
  }
  menu.addEventListener('keydown', (event) => {
    const buttons = [...menu.querySelectorAll('button')];
    const current = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const [next, last] = [current + 1, current - 1];
    const moves = { ArrowDown: next, ArrowRight: next, ArrowUp: last, ArrowLeft: last, Home: 0, End: -1 };
    const to = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (to !== undefined) buttons.at(to % buttons.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.y, innerHeight - height - 8))}px`;
  menu.querySelector('button')?.focus();
  addEventListener('pointerdown', outside, true);
}

/** @param {Action} action */
function action({ label, face = label, act }) {
  return el(
    'button',
    {
      ...{ role: 'menuitem', type: 'button', tabindex: -1, title: face === label ? null : label, 'aria-label': label },
      onclick: () => {
        close();
        act();
      },
    },
    face,
  );
}
