import { ComponentType, type MessageComponentInteraction } from 'discord.js';
import { coverageOf } from '../news/coverageOf.ts';
import { type Coverage, ownReporting } from '../news/story.ts';
import { pairsOf, partedFrom, verdictOn } from '../news/storyLabels.ts';
import { findHeldLabels, saveLabels } from '../store/labels.ts';
import { currentStoryId, findMaterial, findStory } from '../store/stories.ts';
import { mergeStories, splitStory } from '../store/storyChanges.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped, plain } from './escape.ts';
import { optionLabel } from './renderBriefing.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';

/** As many as a select takes. */
const mostOptions = 25;

/**
 * Asks which articles of a story are about something else. Only own reporting is asked about: what repeats it goes where
 * it goes.
 */
export async function splitQuestion(asked: number, context: CommandContext): Promise<Reply> {
  const { db, say } = context;
  const storyId = await currentStoryId(db, asked);
  const own = await ownReports(storyId, context);
  if (own.length < 2) throw new UserError(say('errorSplitOne'));
  const options = own.slice(-mostOptions);
  return {
    content: say('splitChoose'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: customId('split', [storyId]),
            placeholder: plain(say('splitPlaceholder'), 150),
            min_values: 1,
            max_values: Math.min(options.length, own.length - 1),
            options: options.map(({ articleId, title, outlet }) => ({
              label: optionLabel(title),
              description: optionLabel(outlet),
              value: String(articleId),
            })),
          },
        ],
      },
    ],
  };
}

/** Makes a story of what somebody chose, as far as the servers here agree; keeps what they said in any case. */
export async function splitChosen(
  interaction: MessageComponentInteraction,
  asked: number,
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  requireManageServer(interaction, context);
  const by = { guildId: requireGuild(interaction, context), userId: interaction.user.id, now: now() };
  const storyId = await currentStoryId(db, asked);
  const own = (await ownReports(storyId, context)).map(({ articleId }) => articleId);
  const chosen = interaction.isStringSelectMenu() ? interaction.values.map(Number) : [];
  const [leaving, staying] = [own.filter((id) => chosen.includes(id)), own.filter((id) => !chosen.includes(id))];
  if (leaving.length === 0 || staying.length === 0) throw new UserError(say('errorSplitAll'));
  await saveLabels(db, pairsOf(leaving, staying), 'different', by);
  const parted = partedFrom(leaving, staying, await findHeldLabels(db, leaving));
  const newId = parted.length > 0 ? await splitStory(db, storyId, parted, now()) : null;
  const story = newId === null ? null : await findStory(db, newId);
  const content = story
    ? say('splitDone', { count: parted.length, headline: escaped(story.headline, 200) })
    : say('labelWaiting');
  return { content, components: [] };
}

/** Makes one story of two, as far as the servers here agree; keeps what they said in any case. */
export async function mergeReply(
  interaction: { readonly user: { readonly id: string }; readonly guildId: string | null },
  [one, other]: readonly [number, number],
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  const by = { guildId: requireGuild(interaction, context), userId: interaction.user.id, now: now() };
  const [first, second] = [await currentStoryId(db, one), await currentStoryId(db, other)];
  if (first === second) throw new UserError(say('errorMergeSame'));
  const reports = await Promise.all([first, second].map((storyId) => ownReports(storyId, context)));
  const [a = [], b = []] = reports.map((own) => own.map(({ articleId }) => articleId));
  await saveLabels(db, pairsOf(a, b), 'same', by);
  const isHeld = verdictOn(a, b, await findHeldLabels(db, a)) === 'same';
  const storyId = isHeld ? await mergeStories(db, first, second, now()) : null;
  const story = storyId === null ? null : await findStory(db, storyId);
  return { content: story ? say('mergeDone', { headline: escaped(story.headline, 200) }) : say('labelWaiting') };
}

/** The own reporting of a story out of the sources that the server gets, oldest first. */
async function ownReports(storyId: number, context: CommandContext): Promise<Coverage[]> {
  const { db, language, guildId, say, mention } = context;
  const material = await findMaterial(db, storyId, { language, guildId });
  if (!material) throw new UserError(say('storyGone', { command: mention('search') }));
  return ownReporting(coverageOf(material));
}
