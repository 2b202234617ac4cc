/** What the page remembered in this browser. @param {string} key */
export function recall(key) {
  return localStorage.getItem(`playground.${key}`) || null;
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  localStorage.setItem(`playground.${key}`, value);
}
