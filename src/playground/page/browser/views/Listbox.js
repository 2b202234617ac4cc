import { el, fill } from '../dom.js';

/**
 * @typedef {{ label: string, value: any, description?: string, hint?: string }} Item
 */

let made = 0;

/**
 * A list of things to choose from that belongs to an input or button: the focus stays there, arrow keys move in the
 * list (WAI-ARIA, "Combobox Pattern").
 */
export class Listbox {
  element = el('div', { class: 'listbox', hidden: true });
  #list;
  #heading = el('div', { class: 'listbox-heading' });
  #note = el('div', { class: 'listbox-note', role: 'status' });
  #id = `listbox-${++made}`;
  /** @type {readonly Item[]} */
  #items = [];
  #active = -1;
  /** @type {HTMLElement | null} */
  #owner = null;
  /** @type {(item: Item) => void} */
  #onPick = () => {};
  /** @type {(item: Item) => boolean} */
  #isChosen = () => false;

  /** @param {string} label @param {boolean} [multiple] */
  constructor(label, multiple = false) {
    this.#list = el('ul', {
      id: this.#id,
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': multiple && 'true',
    });
    this.element.append(this.#heading, this.#list, this.#note);
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  get active() {
    return this.#items[this.#active];
  }

  /**
   * Opens, or shows other things.
   * @param {HTMLElement} owner what has the focus
   * @param {readonly Item[]} items
   * @param {{ heading?: string, note?: string, first?: boolean, onPick: (item: Item) => void, isChosen?: (item: Item) => boolean }} options
   *   `first`: the first item is active at once
   */
  show(owner, items, { heading = '', note = '', first = true, onPick, isChosen = () => false }) {
    if (this.#owner !== owner) this.hide();
    this.#owner = owner;
    this.#items = items;
    this.#onPick = onPick;
    this.#isChosen = isChosen;
    fill(this.#heading, heading);
    fill(this.#note, note);
    fill(this.#list, ...items.map((item, index) => this.#option(item, index)));
    this.#list.hidden = items.length === 0;
    this.element.hidden = items.length === 0 && heading === '' && note === '';
    owner.setAttribute('aria-expanded', String(items.length > 0));
    owner.setAttribute('aria-controls', this.#id);
    this.#activate(first && items.length > 0 ? Math.max(0, items.findIndex(isChosen)) : -1);
  }

  /** Marks again which are chosen. */
  refresh() {
    for (const [index, option] of [...this.#list.children].entries()) {
      const item = this.#items[index];
      if (item) option.setAttribute('aria-selected', String(this.#isChosen(item)));
    }
  }

  hide() {
    this.element.hidden = true;
    this.#items = [];
    this.#active = -1;
    this.#owner?.setAttribute('aria-expanded', 'false');
    this.#owner?.removeAttribute('aria-activedescendant');
    this.#owner = null;
  }

  /** Takes a key press of the owner; true if it was for the list. @param {KeyboardEvent} event */
  take(event) {
    if (!this.isOpen || event.isComposing) return false;
    const last = this.#items.length - 1;
    const moves = {
      ...{
        ArrowDown: this.#active >= last ? 0 : this.#active + 1,
        ArrowUp: this.#active <= 0 ? last : this.#active - 1,
      },
      ...{ PageDown: Math.min(last, this.#active + 8), PageUp: Math.max(0, this.#active - 8) },
    };
    if (event.key in moves && last >= 0) this.#activate(moves[/** @type {keyof typeof moves} */ (event.key)]);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && this.active)
      this.#onPick(this.active);
    else if (event.key === 'Escape') this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** @param {Item} item @param {number} index */
  #option(item, index) {
    return el(
      'li',
      {
        id: `${this.#id}-${index}`,
        role: 'option',
        'aria-selected': String(this.#isChosen(item)),
        onclick: () => this.#onPick(item),
        onmousemove: () => index !== this.#active && this.#activate(index, false),
      },
      el(
        'span',
        { class: 'option-text' },
        el('span', { class: 'option-label' }, item.label),
        item.description ? el('span', { class: 'option-description' }, item.description) : null,
      ),
      item.hint ? el('span', { class: 'option-hint' }, item.hint) : null,
    );
  }

  /** @param {number} index @param {boolean} [scroll] */
  #activate(index, scroll = true) {
    this.#list.querySelector('.active')?.classList.remove('active');
    this.#active = index;
    const option = this.#list.children[index];
    if (!option) {
      this.#owner?.removeAttribute('aria-activedescendant');
      return;
    }
    option.classList.add('active');
    this.#owner?.setAttribute('aria-activedescendant', option.id);
    if (scroll) option.scrollIntoView({ block: 'nearest' });
  }
}
