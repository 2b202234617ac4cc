import { el } from '../dom.js';
import { liveTime } from '../markdown/liveTime.js';
import { t } from '../texts/texts.js';

/** The posts of a forum, the liveliest first. @param {import('../types.js').Channel} forum @param {import('../app.js').App} app */
export function forumPosts(forum, app) {
  const posts = app.store.threadsOf(forum.id);
  if (posts.length === 0) return el('p', { class: 'no-posts' }, t('noPosts'));
  return el('ul', { class: 'posts' }, ...posts.map((post) => el('li', {}, postCard(post, forum, app))));
}

/** @param {import('../types.js').Channel} post @param {import('../types.js').Channel} forum @param {import('../app.js').App} app */
function postCard(post, forum, app) {
  const tags = (forum.available_tags ?? []).filter(({ id }) => post.applied_tags?.includes(id));
  return el(
    'button',
    { type: 'button', class: 'post', onclick: () => app.openChannel(post.id) },
    tags.length > 0 && el('span', { class: 'tags' }, ...tags.map(({ name }) => el('span', { class: 'tag' }, name))),
    el('strong', { dir: 'auto' }, post.name ?? ''),
    el(
      'span',
      { class: 'post-facts' },
      `${app.store.nameOf(post.owner_id ?? app.store.state.bot)} · ${t('messagesCounted', { count: (post.message_count ?? 0) + 1 })} · `,
      liveTime(timeOf(post.last_message_id ?? post.id), 'R', app.locale),
    ),
  );
}

/** When an id was made (reference, "Snowflakes"). @param {string} id */
function timeOf(id) {
  return Number(BigInt(id) >> 22n) + 1_420_070_400_000;
}
