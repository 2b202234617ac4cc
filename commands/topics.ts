import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type CommandContext, type Reply, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { joinWithin } from '../src/discord/joinWithin.ts';
import { folded } from '../src/discord/nearest.ts';
import { colourOf } from '../src/discord/renderBriefing.ts';
import { renderFound } from '../src/discord/renderFound.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { topicLabel } from '../src/discord/topicLabel.ts';
import { typedQuery } from '../src/discord/typedQuery.ts';
import { offerTopics, separators, typedTopics, wordsForAll } from '../src/discord/typedTopics.ts';
import { writeQuery } from '../src/news/query.ts';
import { findTopic, mostOwnTopics, type OwnTopic, ownTopicId, ownTopicKey, topics } from '../src/news/topic.ts';
import { addGuildTopic, findGuildTopic, findGuildTopics, removeGuildTopic } from '../src/store/guildTopics.ts';
import { findLiveSubscriptions } from '../src/store/liveSubscriptions.ts';
import { findSearched, findStoriesOnOwnTopic, searchArticles } from '../src/store/search.ts';
import { countStories } from '../src/store/stories.ts';
import { findSubscriptions } from '../src/store/subscriptions.ts';
import { createMatchQuery } from '../src/text/matchQuery.ts';

const weekMs = 7 * 86_400_000;
const mostPreviewed = 5;
const topic = { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } as const;

export default {
  data: slashCommand('topics', {
    subcommands: {
      list: {},
      add: {
        name: { type: OptionType.String, required: true, min_length: 2, max_length: 40 },
        words: { type: OptionType.String, required: true, max_length: 1_000 },
      },
      show: { topic },
      remove: { topic },
    },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    const { options } = interaction;
    const action = options.getSubcommand();
    if (action === 'list') return listTopics(guildId, context);
    if (action === 'show') return showTopic(options.getString('topic', true), guildId, context);
    requireManageServer(interaction, context);
    if (action === 'remove') return removeTopic(options.getString('topic', true), guildId, context);
    const wish = { name: options.getString('name', true), words: options.getString('words', true) };
    return addTopic(wish, guildId, interaction.user.id, context);
  },

  async autocomplete(interaction, context) {
    if (!interaction.guildId) return [];
    const typed = interaction.options.getFocused();
    if (interaction.options.getSubcommand() !== 'remove') return offerTopics(typed, interaction.guildId, context);
    const own = await findGuildTopics(context.db, interaction.guildId);
    return own
      .filter(({ name }) => folded(name).includes(folded(typed)))
      .map(({ name }) => ({ name: plain(name, 100), value: name }));
  },
} satisfies SlashCommand;

async function listTopics(guildId: string, { db, language, say, mention }: CommandContext): Promise<Reply> {
  const own = await findGuildTopics(db, guildId);
  const ownLines = own.map((topic) => `**${escaped(topic.name)}**: ${contentOf(topic, language, say, 220)}`);
  return {
    embeds: [
      {
        title: plain(say('topicsTitle'), 256),
        description: topics.map(({ key, emoji }) => `${emoji} ${topicLabel(key, language)}`).join('\n'),
        color: colourOf(null),
        fields: [
          {
            name: plain(say('topicsOwn'), 256),
            value: joinWithin(ownLines, '\n', 1_000) || say('topicsOwnNone', { command: mention('topics add') }),
          },
        ],
      },
    ],
  };
}

async function addTopic(
  wish: { name: string; words: string },
  guildId: string,
  userId: string,
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  const name = plain(wish.name, 40);
  if (name.length < 2 || separators.test(name)) throw new UserError(say('errorTopicName'));
  const query = typedQuery(wish.words, say);
  const existing = await findGuildTopics(db, guildId);
  if (existing.length >= mostOwnTopics) throw new UserError(say('errorTopicsTooMany'));
  const listed = [...wordsForAll(say), ...topics.flatMap((topic) => [topic.key, ...Object.values(topic.names)])].map(
    folded,
  );
  const added = listed.includes(folded(name))
    ? null
    : await addGuildTopic(db, { guildId, name, query }, { userId, now: now() });
  if (!added) throw new UserError(say('errorTopicExists', { name: escaped(name) }));
  return previewTopic('topicAdded', added, guildId, context);
}

async function showTopic(typed: string, guildId: string, context: CommandContext): Promise<Reply> {
  const { db, now, language, say } = context;
  const since = new Date(now().getTime() - weekMs);
  const [key = ''] = await typedTopics(typed, guildId, context);
  const ownId = ownTopicId(key);
  const own = ownId === null ? null : await findGuildTopic(db, ownId);
  if (own) return previewTopic('topicShown', own, guildId, context);
  const topic = findTopic(key);
  if (!topic) return listTopics(guildId, context);
  const count = await countStories(db, key, { guildId, since });
  return { content: say('topicAbout', { emoji: topic.emoji, name: topicLabel(key, language), count }) };
}

/** What a topic takes, how much of the last week that was, and the best of it with the words that did it. */
async function previewTopic(
  message: 'topicAdded' | 'topicShown',
  topic: OwnTopic,
  guildId: string,
  { db, now, language, say }: CommandContext,
): Promise<Reply> {
  const since = new Date(now().getTime() - weekMs);
  const { size } = await findStoriesOnOwnTopic(db, topic, { guildId, since });
  const content = say(message, { name: escaped(topic.name), words: contentOf(topic, language, say), count: size });
  if (!topic.query) return { content };
  const found = await searchArticles(db, topic.query, { guildId, now: now(), since, limit: mostPreviewed });
  if (found.length === 0) return { content };
  const match = createMatchQuery(topic.query);
  const texts = await findSearched(
    db,
    found.map(({ articleId }) => articleId),
  );
  const shown = found.map((article) => {
    const text = texts.get(article.articleId);
    return { ...article, for: [...new Set((text && match(text))?.map(writeQuery))] };
  });
  return { content, ...renderFound(plain(topic.name, 256), shown, language) };
}

async function removeTopic(typed: string, guildId: string, context: CommandContext): Promise<Reply> {
  const { db, say, mention } = context;
  const own = (await findGuildTopics(db, guildId)).find(({ name }) => folded(name) === folded(typed));
  if (!own)
    throw new UserError(
      say('errorTopic', { typed: escaped(typed, 60), suggestion: 'none', command: mention('topics list') }),
    );
  const wishes = [...(await findSubscriptions(db, guildId)), ...(await findLiveSubscriptions(db, guildId))];
  const user = wishes.find(({ topics }) => topics.includes(ownTopicKey(own.id)));
  if (user) {
    throw new UserError(
      say('errorTopicUsed', {
        channel: `<#${user.channelId}>`,
        name: escaped(own.name),
        command: mention('unsubscribe'),
      }),
    );
  }
  await removeGuildTopic(db, own.id);
  return { content: say('topicRemoved', { name: escaped(own.name) }) };
}

/** `tram OR "harbour tunnel"`, or everything from 3 sources. */
function contentOf(
  { query, sources }: Pick<OwnTopic, 'query' | 'sources'>,
  language: string,
  say: CommandContext['say'],
  max = 1_200,
): string {
  const written = query ? [`\`${plain(writeQuery(query), max - 100).replaceAll('`', '’')}\``] : [];
  const whole = sources.length > 0 ? [say('topicSources', { count: sources.length })] : [];
  return new Intl.ListFormat(language, { type: 'disjunction' }).format([...written, ...whole]);
}
