import { ButtonStyle, ComponentType } from 'discord.js';
import {
  feedKey,
  type ListedFeed,
  type SourceList,
  SourceListError,
  type SourceListProblem,
} from '../news/sourceList.ts';
import { type OfferedFeed, saveOffer } from '../store/sourceOffers.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped, plain } from './escape.ts';
import { feedProblem } from './feedProblem.ts';
import { foldersToTopics } from './foldersToTopics.ts';
import { joinWithin } from './joinWithin.ts';
import type { MessageKey } from './languages/en.ts';
import { colourOf } from './renderBriefing.ts';
import { topicLabel } from './topicLabel.ts';
import { type Tried, tryFeeds } from './tryFeeds.ts';

const progressEveryMs = 2_500;
const problemKeys: Readonly<Record<SourceListProblem, MessageKey>> = {
  'no list': 'errorFileNoList',
  'too many': 'errorFileTooMany',
  empty: 'errorFileEmpty',
};

/**
 * Says what adding the sources of a file would do, after trying the new ones; a button then does it.
 *
 * @throws UserError  for a file that is no such list
 */
export async function importSources(
  file: Uint8Array,
  guildId: string,
  userId: string,
  context: CommandContext,
): Promise<Reply> {
  const { db, now } = context;
  const { feeds, unusable } = listIn(file, context);
  const known = new Set((await sourcesOfGuild(db, guildId)).map(({ url }) => feedKey(url)));
  const fresh = feeds.filter(({ url }) => !known.has(feedKey(url)));
  const tried = await tryAll(fresh, context);
  const failed = fresh.flatMap((feed) => {
    const result = tried.get(feed.url);
    return result && 'problem' in result ? [{ ...feed, problem: result.problem }] : [];
  });
  const usable = fresh.filter(({ url }) => !failed.some((feed) => feed.url === url));
  const offer = usable.map((feed) => offered(feed, tried.get(feed.url), context));
  const offerId = offer.length > 0 ? await saveOffer(db, { guildId, userId, feeds: offer }, now()) : null;
  const counts = {
    all: feeds.length,
    known: feeds.length - fresh.length,
    unchecked: fresh.length - tried.size,
    unusable,
  };
  return reportOf(offer, failed, counts, offerId, context);
}

function listIn(file: Uint8Array, { say, readSourceList }: CommandContext): SourceList {
  try {
    return readSourceList(file);
  } catch (error) {
    if (!(error instanceof SourceListError)) throw error;
    throw new UserError(say(problemKeys[error.problem]));
  }
}

function tryAll(feeds: readonly ListedFeed[], { readFeed, tell, say, now }: CommandContext) {
  let toldAt = now().getTime();
  return tryFeeds(
    feeds.map(({ url }) => url),
    readFeed,
    (done) => {
      if (now().getTime() - toldAt < progressEveryMs) return;
      toldAt = now().getTime();
      tell({ content: say('importChecking', { done, count: feeds.length }) });
    },
  );
}

function offered(
  { url, title, site, folders }: ListedFeed,
  tried: Tried | undefined,
  { say }: CommandContext,
): OfferedFeed {
  const language = tried && 'language' in tried ? tried.language : 'und';
  return {
    url,
    title: plain(title ?? '', 80) || new URL(url).hostname.replace(/^www\./, ''),
    site,
    language,
    ...foldersToTopics(folders, say),
  };
}

type Counts = { readonly all: number; readonly known: number; readonly unchecked: number; readonly unusable: number };

function reportOf(
  offer: readonly OfferedFeed[],
  failed: readonly (ListedFeed & { readonly problem: string })[],
  { all, known, unchecked, unusable }: Counts,
  offerId: number | null,
  { say, language }: CommandContext,
): Reply {
  const own = new Set(offer.flatMap(({ ownTopics }) => ownTopics));
  const listed = new Set(offer.flatMap(({ topics }) => topics));
  const topics = [...[...listed].map((key) => topicLabel(key, language)), ...own].map(
    (name) => `**${escaped(name, 60)}**`,
  );
  const sentences = [
    say('importCounts', { fresh: offer.length, known, failed: failed.length }),
    topics.length > 0 && say('importTopics', { topics: joinWithin(topics, say('comma'), 1_000) }),
    unchecked > 0 && say('importUnchecked', { count: unchecked }),
    unusable > 0 && say('importUnusable', { count: unusable }),
  ];
  const problems = failed.map(
    ({ url, title, problem }) => `**${escaped(title ?? url, 60)}**: ${escaped(feedProblem(problem, say), 120)}`,
  );
  return {
    content: '',
    embeds: [
      {
        title: plain(say('sourcesTitle', { count: all }), 256),
        description: sentences.filter(Boolean).join('\n'),
        color: colourOf(null),
        fields:
          problems.length > 0
            ? [{ name: plain(say('importFailed'), 256), value: joinWithin(problems, '\n', 1_000) }]
            : [],
      },
    ],
    components:
      offerId === null
        ? []
        : [
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.Button,
                  style: ButtonStyle.Primary,
                  custom_id: customId('addOffered', [offerId]),
                  label: plain(say('importAdd', { count: offer.length }), 80),
                },
              ],
            },
          ],
  };
}
