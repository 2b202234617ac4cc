import { el } from '../dom.js';

const HUES = [235, 145, 25, 345, 195, 280];

/** A round picture made of a name: nothing is fetched. @param {{ id: string, username: string, global_name?: string | null }} user */
export function avatar(user) {
  const name = user.global_name ?? user.username;
  const circle = el('span', { class: 'avatar', 'aria-hidden': 'true' }, ([...name][0] ?? '?').toUpperCase());
  circle.style.setProperty('--hue', String(HUES[Number(BigInt(user.id) % BigInt(HUES.length))]));
  return circle;
}
