import { Locale } from 'discord.js';
import { languageOfLocale, sayIn } from './discord/languages/index.ts';
import type { Newsroom } from './newsroom/Newsroom.ts';
import { panelTexts } from './panelTexts.ts';
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
      ...labelled('deliver'),
      run: async (locale) => {
        const running = tidings();
        return running ? deliverNow(running, locale) : panelTexts(locale).starting;
      },
    },
    {
      id: 'article',
      ...labelled('publish'),
      run: async (locale) => {
        const { allPublished, published } = panelTexts(locale);
        const id = newsroom.publishNext(new Date());
        const article = id === null ? undefined : newsroom.findArticle(id);
        return article ? published(article.title) : allPublished;
      },
    },
  ];
}

function labelled(text: 'deliver' | 'publish'): Pick<PanelAction, 'label' | 'labels'> {
  const labels = Object.values(Locale).map((locale) => [locale, panelTexts(locale)[text]]);
  return { label: panelTexts(Locale.EnglishUS)[text], labels: Object.fromEntries(labels) };
}

async function deliverNow({ db, bot, stages, round }: Tidings, locale: string): Promise<string> {
  const { nobodyAsked, nothingNew, delivered } = panelTexts(locale);
  const subscriptions = (await findSubscriptions(db, GUILD_ID)).filter(({ suspended }) => suspended === null);
  if (subscriptions.length === 0) return nobodyAsked(`/${sayIn(languageOfLocale(locale))('name.subscribe')}`);
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
  return withNews.length > 0 ? delivered(withNews.join(', ')) : nothingNew;
}

async function lastBriefingId(db: Db): Promise<number> {
  let lastId = 0;
  for (;;) {
    const last = (await findBriefingsSince(db, lastId)).at(-1);
    if (!last) return lastId;
    lastId = last.briefing.id;
  }
}
