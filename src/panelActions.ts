import type { Newsroom } from './newsroom/Newsroom.ts';
import type { PanelAction } from './playground/startPlayground.ts';
import { GUILD_ID } from './playground/world/defaultWorld.ts';
import { findBriefingsSince } from './store/briefings.ts';
import type { Db } from './store/openStore.ts';
import { findSubscriptions, saveSubscription } from './store/subscriptions.ts';
import type { Tidings } from './tidings.ts';

/** What the local Discord's page offers to a person in a hurry. `tidings` is asked for at the press of a button. */
export function panelActions(newsroom: Newsroom, tidings: () => Tidings | null): PanelAction[] {
  return [
    {
      id: 'briefing',
      label: 'Deliver the next briefings now',
      run: async () => {
        const running = tidings();
        return running ? deliverNow(running) : 'Tidings is still starting.';
      },
    },
    {
      id: 'article',
      label: 'Publish the next article',
      run: async () => {
        const id = newsroom.publishNext(new Date());
        const article = id === null ? undefined : newsroom.findArticle(id);
        if (!article) return 'The newsroom has published everything it has.';
        return `Published: “${article.title}”. Tidings reads it within seconds.`;
      },
    },
  ];
}

async function deliverNow({ db, bot, stages, round }: Tidings): Promise<string> {
  const subscriptions = (await findSubscriptions(db, GUILD_ID)).filter(({ suspended }) => suspended === null);
  if (subscriptions.length === 0) return 'No channel has asked for briefings: /subscribe.';
  const lastId = await lastBriefingId(db);
  const now = new Date();
  for (const subscription of subscriptions) await saveSubscription(db, { ...subscription, nextDueAt: now }, now);
  await round();
  await stages.deliver();
  const made = await findBriefingsSince(db, lastId);
  const name = (channelId: string) => {
    const channel = bot.client.channels.cache.get(channelId);
    return channel && 'name' in channel ? `#${channel.name}` : 'a channel';
  };
  const withNews = made.filter(({ briefing }) => briefing.items.length > 0).map(({ channelId }) => name(channelId));
  return withNews.length > 0 ? `Delivered to ${withNews.join(', ')}.` : 'Nothing new since the last briefings.';
}

async function lastBriefingId(db: Db): Promise<number> {
  let lastId = 0;
  for (;;) {
    const last = (await findBriefingsSince(db, lastId)).at(-1);
    if (!last) return lastId;
    lastId = last.briefing.id;
  }
}
