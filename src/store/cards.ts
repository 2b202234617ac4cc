import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CardContent, CardTurn } from '../news/card.ts';
import { dayMs, hourMs, type LiveKind, type LiveSubscription } from '../news/liveSubscription.ts';
import type { OutgoingCard, OutgoingCardReply } from '../news/outside.ts';
import { fromJson, toJson } from './json.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting, never } from './outbox.ts';

/** A story that may get a card, or whose cards may have to change. */
export type LiveStory = {
  readonly storyId: number;
  readonly version: number;
  /** Up to which version it has been followed: its updates and its severity are of that one. */
  readonly followed: number;
  /** Languages and versions of its briefs, as one text. */
  readonly briefs: string | null;
};

/**
 * The stories that changed since a moment and that enough owners report on, and those with cards that stand and were made
 * since another.
 */
export async function findLiveStories(
  db: Db,
  { changedSince, cardsSince, minOrigins }: { changedSince: Date; cardsSince: Date; minOrigins: number },
): Promise<LiveStory[]> {
  return (
    db
      .selectFrom('stories')
      .select(({ selectFrom }) => [
        'stories.id as storyId',
        'stories.version',
        'stories.followed',
        selectFrom('briefs')
          .whereRef('briefs.story_id', '=', 'stories.id')
          .select(sql<string | null>`group_concat(briefs.language || briefs.story_version)`.as('text'))
          .as('briefs'),
      ])
      // With OR, SQLite would read all stories.
      .where('stories.id', 'in', ({ selectFrom }) =>
        selectFrom('stories as recent')
          .select('recent.id')
          .where('recent.changed_at', '>=', changedSince.getTime())
          .where(
            ({ selectFrom }) =>
              selectFrom('articles')
                .innerJoin('sources', 'sources.id', 'articles.source_id')
                .whereRef('articles.story_id', '=', 'recent.id')
                .select(({ fn }) => fn.count<number>('sources.owner').distinct().as('owners')),
            '>=',
            minOrigins,
          )
          .unionAll(
            selectFrom('cards')
              .leftJoin('story_redirects', 'story_redirects.story_id', 'cards.story_id')
              .select(({ fn }) => fn.coalesce('story_redirects.to_id', 'cards.story_id').as('id'))
              .where('cards.created_at', '>=', cardsSince.getTime())
              .where('cards.status', '<>', 'dropped'),
          ),
      )
      .orderBy('stories.id')
      .execute()
  );
}

/** A card as it is kept. */
export type KeptCard = {
  readonly id: number;
  /** As the story is called now. */
  readonly storyId: number;
  readonly subscriptionId: number;
  readonly channelId: string;
  readonly kind: LiveKind;
  readonly version: number;
  readonly storyVersion: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** It stands in the channel, as far as is known. Before that, it stays as it was made: only so is it known what does. */
  readonly stands: boolean;
};

/** The cards that channels have had, or are about to get, of some stories; without what they say: {@link findCardContent}. */
export async function findCards(db: Db, storyIds: readonly number[]): Promise<KeptCard[]> {
  const ids = listOf(storyIds);
  const rows = await db
    .selectFrom('cards')
    .innerJoin('live_subscriptions', 'live_subscriptions.id', 'cards.subscription_id')
    .leftJoin('story_redirects', 'story_redirects.story_id', 'cards.story_id')
    .select(['cards.id', 'subscription_id', 'cards.channel_id', 'kind', 'wanted_version', 'story_version'])
    .select(['cards.created_at', 'changed_at', 'message_id', 'status'])
    .select(({ fn }) => fn.coalesce('story_redirects.to_id', 'cards.story_id').as('current_id'))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('cards.story_id', 'in', ids),
        eb(
          'cards.story_id',
          'in',
          selectFrom('story_redirects').select('story_redirects.story_id').where('to_id', 'in', ids),
        ),
      ]),
    )
    .orderBy('cards.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    storyId: row.current_id,
    subscriptionId: row.subscription_id,
    channelId: row.channel_id,
    kind: row.kind,
    version: row.wanted_version,
    storyVersion: row.story_version,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    stands: row.message_id !== null && row.status !== 'dropped',
  }));
}

/** What a card says, or shall say. */
export async function findCardContent(db: Db, cardId: number): Promise<CardContent | null> {
  const row = await db.selectFrom('cards').select('content').where('id', '=', cardId).executeTakeFirst();
  return row ? fromJson<CardContent>(row.content) : null;
}

/** Whether a wish's card of a story would be one too many: it has had one, or its channel one of that kind. */
async function hasCard(db: Db, wish: LiveSubscription, storyId: number): Promise<boolean> {
  const former = await db.selectFrom('story_redirects').select('story_id').where('to_id', '=', storyId).execute();
  const ids = listOf([storyId, ...former.map(({ story_id }) => story_id)]);
  const own = db.selectFrom('cards').select('id').where('subscription_id', '=', wish.id).where('story_id', 'in', ids);
  const inChannel = db
    .selectFrom('cards')
    .innerJoin('live_subscriptions', 'live_subscriptions.id', 'cards.subscription_id')
    .select('cards.id')
    .where('cards.channel_id', '=', wish.channelId)
    .where('story_id', 'in', ids)
    .where('kind', '=', wish.kind);
  return (await own.unionAll(inChannel).limit(1).executeTakeFirst()) !== undefined;
}

/** How many cards a subscription may still get within the hour. */
export async function findRoom(db: Db, { id, perHour }: LiveSubscription, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('cards')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subscription_id', '=', id)
    .where('created_at', '>', now.getTime() - hourMs)
    .executeTakeFirstOrThrow();
  return perHour - count;
}

/** How many cards each wish of a server has got since a moment; nothing of those that got none. */
export async function countCards(db: Db, guildId: string, since: Date): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('live_subscriptions')
    .innerJoin('cards', 'cards.subscription_id', 'live_subscriptions.id')
    .select(({ fn }) => ['live_subscriptions.id', fn.countAll<number>().as('count')])
    .where('live_subscriptions.guild_id', '=', guildId)
    .where('cards.created_at', '>', since.getTime())
    .where('cards.message_id', 'is not', null)
    .groupBy('live_subscriptions.id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Records that a story gets a card, with what it shall say and whom it mentions: the message follows.
 *
 * @param mayMention  whether the wish's role may be mentioned now; it is while the day's mentions last
 * @returns whether it did: another copy of this stage may have, or the hour may be full
 */
export async function recordCard(
  db: Db,
  wish: LiveSubscription,
  card: { storyId: number; storyVersion: number; content: CardContent; mayMention: boolean },
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const running = await trx
      .selectFrom('live_subscriptions')
      .select('id')
      .where('id', '=', wish.id)
      .where('paused_at', 'is', null)
      .where('suspended', 'is', null)
      .executeTakeFirst();
    if (!running || (await findRoom(trx, wish, now)) < 1) return false;
    if (await hasCard(trx, wish, card.storyId)) return false;
    const row = await trx
      .insertInto('cards')
      .values({
        subscription_id: wish.id,
        story_id: card.storyId,
        channel_id: wish.channelId,
        content: toJson(card.content),
        role_id: card.mayMention ? await roleToMention(trx, wish, card.storyId, now) : null,
        changed_at: now.getTime(),
        story_version: card.storyVersion,
        nonce: nonceOf('card', wish.channelId, wish.id, wish.createdAt.getTime(), card.storyId),
        next_attempt_at: now.getTime(),
        created_at: now.getTime(),
      })
      .onConflict((conflict) => conflict.columns(['subscription_id', 'story_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** The role that a wish names, while the day's mentions last and it has not been mentioned for the same story elsewhere. */
async function roleToMention(trx: Db, wish: LiveSubscription, storyId: number, now: Date): Promise<string | null> {
  if (wish.roleId === null) return null;
  const mentions = await trx
    .selectFrom('cards')
    .leftJoin('story_redirects', 'story_redirects.story_id', 'cards.story_id')
    .select(['subscription_id', 'created_at'])
    .select(({ fn }) => fn.coalesce('story_redirects.to_id', 'cards.story_id').as('story'))
    .where('role_id', '=', wish.roleId)
    .where('created_at', '>', now.getTime() - dayMs)
    .execute();
  const ofDay = mentions.filter(({ subscription_id }) => subscription_id === wish.id);
  return ofDay.length < wish.mentionsPerDay && !mentions.some(({ story }) => story === storyId) ? wish.roleId : null;
}

/**
 * Records what a card that stands shall say from now on, and the reply that tells a turn.
 *
 * @returns whether it did: another copy of this stage may have, or somebody deleted the card
 */
export async function changeCard(
  db: Db,
  card: KeptCard,
  change: { content: CardContent; storyVersion: number; turn: CardTurn | null },
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('cards')
      .set({
        content: toJson(change.content),
        story_version: change.storyVersion,
        wanted_version: card.version + 1,
        changed_at: now.getTime(),
      })
      .where('id', '=', card.id)
      .where('wanted_version', '=', card.version)
      .where('status', '<>', 'dropped')
      .where('message_id', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (!change.turn) return true;
    const turn = change.content.told.turns;
    await trx
      .insertInto('card_replies')
      .values({
        card_id: card.id,
        turn,
        content: toJson(change.turn),
        nonce: nonceOf('reply', card.id, card.createdAt.getTime(), turn),
        next_attempt_at: now.getTime(),
        created_at: now.getTime(),
      })
      .onConflict((conflict) => conflict.columns(['card_id', 'turn']).doNothing())
      .execute();
    return true;
  });
}

/** Notes that a card was looked at with this version of its story and stays as it is. */
export async function noteLookedAt(db: Db, cardId: number, storyVersion: number): Promise<void> {
  await db.updateTable('cards').set({ story_version: storyVersion }).where('id', '=', cardId).execute();
}

/** The same for the same message, whoever computes it and however often; 25 characters at most, as Discord asks. */
function nonceOf(...parts: readonly (string | number)[]): string {
  return `c${createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 23)}`;
}

/** A card that is to be posted, or edited where it has a message already. */
export type WaitingCard = OutgoingCard & {
  readonly id: number;
  readonly subscriptionId: number;
  readonly messageId: string | null;
  /** What it shall say, and what Discord has. */
  readonly version: number;
  readonly shownVersion: number;
  readonly quiet: Pick<LiveSubscription, 'quiet' | 'timeZone'>;
  readonly attempts: number;
  /** Since when it waits to say this. */
  readonly createdAt: Date;
};

/** Takes the cards that are to be posted or edited now, as {@link claimWaiting} does. */
export async function claimCards(db: Db, claim: Claim): Promise<WaitingCard[]> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('cards')
      .set({ status: 'waiting', attempts: 0, next_attempt_at: claim.now.getTime() })
      .where('status', '=', 'sent')
      .where('message_id', 'is not', null)
      .whereRef('shown_version', '<', 'wanted_version')
      .where('subscription_id', 'not in', (query) =>
        query.selectFrom('live_subscriptions').select('live_subscriptions.id').where('suspended', 'is not', null),
      )
      .execute();
    const ids = await claimWaiting(trx, 'cards', claim);
    const rows = await trx
      .selectFrom('cards')
      .innerJoin('live_subscriptions', 'live_subscriptions.id', 'cards.subscription_id')
      .selectAll('cards')
      .select(['kind', 'language', 'time_zone', 'quiet_from', 'quiet_until'])
      .where('cards.id', 'in', ids)
      .orderBy('cards.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      subscriptionId: row.subscription_id,
      channelId: row.channel_id,
      nonce: row.nonce,
      messageId: row.message_id,
      version: row.wanted_version,
      shownVersion: row.shown_version,
      quiet: {
        timeZone: row.time_zone,
        quiet: row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
      },
      attempts: row.attempts,
      createdAt: new Date(row.changed_at),
      card: {
        id: row.id,
        kind: row.kind,
        language: row.language,
        createdAt: new Date(row.created_at),
        roleId: row.role_id,
        content: fromJson<CardContent>(row.content),
      },
    }));
  });
}

/** Notes that Discord has this version of a card. */
export async function recordShown(db: Db, cardId: number, version: number): Promise<void> {
  await db.updateTable('cards').set({ shown_version: version }).where('id', '=', cardId).execute();
}

/** Takes the mention out of a card that is posted later than was thought. */
export async function withholdMention(db: Db, cardId: number): Promise<void> {
  await db.updateTable('cards').set({ role_id: null }).where('id', '=', cardId).execute();
}

/** Keeps a card that can't be shown until its subscription goes on: {@link releaseHeldCards}. */
export async function holdCard(db: Db, cardId: number): Promise<void> {
  await db
    .updateTable('cards')
    .set(({ eb }) => ({
      status: eb
        .case()
        .when('message_id', 'is', null)
        .then('waiting' as const)
        .else('sent' as const)
        .end(),
      next_attempt_at: never,
    }))
    .where('id', '=', cardId)
    .execute();
}

/** The same for a reply. */
export async function holdReply(db: Db, replyId: number): Promise<void> {
  const held = { status: 'waiting', next_attempt_at: never } as const;
  await db.updateTable('card_replies').set(held).where('id', '=', replyId).execute();
}

/** Lets the cards and replies be posted that waited for their channel. */
export async function releaseHeldCards(db: Db, channelId: string): Promise<void> {
  await db
    .updateTable('cards')
    .set({ next_attempt_at: 0 })
    .where('channel_id', '=', channelId)
    .where('status', '=', 'waiting')
    .where('next_attempt_at', '=', never)
    .execute();
  await db
    .updateTable('card_replies')
    .set({ next_attempt_at: 0 })
    .where('status', '=', 'waiting')
    .where('next_attempt_at', '=', never)
    .where('card_id', 'in', (query) => query.selectFrom('cards').select('cards.id').where('channel_id', '=', channelId))
    .execute();
}

/** Gives up what cards in other channels than this one still had to say: their subscription has moved. */
export async function leaveCards(db: Db, subscriptionId: number, channelId: string): Promise<void> {
  await db
    .updateTable('cards')
    .set({ status: 'dropped', last_error: 'Its subscription has moved to another channel.' })
    .where('subscription_id', '=', subscriptionId)
    .where('channel_id', '<>', channelId)
    .where(({ or, eb, ref }) => or([eb('message_id', 'is', null), eb('shown_version', '<', ref('wanted_version'))]))
    .execute();
}

/** A reply that is to be posted. */
export type WaitingCardReply = OutgoingCardReply & {
  readonly id: number;
  readonly subscriptionId: number;
  readonly attempts: number;
  readonly createdAt: Date;
  /** Somebody has deleted the card, or it was given up. */
  readonly isOrphan: boolean;
};

/** Takes the replies that are to be posted now, as {@link claimWaiting} does. */
export async function claimCardReplies(db: Db, claim: Claim): Promise<WaitingCardReply[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'card_replies', claim);
    const rows = await trx
      .selectFrom('card_replies')
      .innerJoin('cards', 'cards.id', 'card_replies.card_id')
      .innerJoin('live_subscriptions', 'live_subscriptions.id', 'cards.subscription_id')
      .selectAll('card_replies')
      .select([
        'cards.channel_id',
        'cards.subscription_id',
        'cards.story_id',
        'language',
        'turns',
        'cards.status as card_status',
      ])
      .select(['cards.message_id as card_message_id', 'cards.content as card'])
      .where('card_replies.id', 'in', ids)
      .orderBy('card_replies.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      subscriptionId: row.subscription_id,
      channelId: row.channel_id,
      nonce: row.nonce,
      cardMessageId: row.card_message_id ?? '',
      newThread: row.turns === 'thread' ? fromJson<CardContent>(row.card).item.headline : null,
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
      isOrphan: row.card_status === 'dropped' || row.card_message_id === null,
      reply: {
        id: row.id,
        storyId: row.story_id,
        language: row.language,
        createdAt: new Date(row.created_at),
        content: fromJson<CardTurn>(row.content),
      },
    }));
  });
}

/** Forgets cards that are older than that, with their replies. */
export async function pruneCards(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('cards').where('created_at', '<', before.getTime()).execute();
}
