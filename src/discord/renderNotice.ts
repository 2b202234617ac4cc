import { ButtonStyle, ComponentType } from 'discord.js';
import type { HeldSource, Notice } from '../news/notice.ts';
import type { Refusal } from '../news/subscription.ts';
import { customId } from './customId.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { feedProblem } from './feedProblem.ts';
import { joinWithin } from './joinWithin.ts';
import type { MessageKey } from './languages/en.ts';
import { sayIn } from './languages/index.ts';
import { pauseKeys } from './pauseKeys.ts';
import { colourOf, type Message } from './renderBriefing.ts';
import { topicList } from './topicLabel.ts';

/** Of a description. */
const mostText = 4_096;

/** How it is said what kept a message out, and which command helps. */
const refusals: Readonly<Record<Refusal, { readonly key: MessageKey; readonly command?: string }>> = {
  AutoMod: { key: 'refusedRule', command: '`/mute word`' },
  'harmful link': { key: 'refusedLink', command: '`/sources remove`' },
  'tag needed': { key: 'errorForumTags' },
  'threads full': { key: 'refusedThreads' },
};

/**
 * A notice, with two buttons for each question.
 *
 * @param id  the notice's, for the buttons
 * @param inServer  whether it stands in a channel, not in a direct message
 * @param open  the questions that nobody has answered
 * @param missingIn  names the permissions that a channel lacks now
 */
export function renderNotice(
  notice: Notice,
  {
    id,
    server,
    language,
    inServer = false,
    open = notice.held,
    missingIn = () => [],
  }: {
    id: number;
    server: string;
    language: string;
    inServer?: boolean;
    open?: readonly HeldSource[];
    missingIn?: (channelId: string) => readonly MessageKey[];
  },
): Message {
  const say = sayIn(language);
  const titled = (title: string) => `**${escaped(title, 80)}**`;
  const section = (key: MessageKey, text: string, hint = '') => (text ? [`__${say(key)}__\n${text}${hint}`] : []);
  const questions = notice.held.map(({ title, count, endsAt }) =>
    say('noticeHeld', { title: escaped(title, 80), count, when: timestamp(endsAt, 'f') }),
  );
  const died = notice.died.map(({ title, problem }) => `${titled(title)}: ${feedProblem(problem, say)}`);
  const recovered = notice.recovered.map(({ title }) => titled(title));
  const paused = notice.paused.map(({ channelId, reason }) => {
    const missing = reason === 'no access' ? missingIn(channelId).map((key) => say(key)) : [];
    const named = missing.length > 0 ? [say('missingThere', { missing: missing.join(say('comma')) })] : [];
    return `<#${channelId}>: ${[say(pauseKeys[reason]), ...named].join(' · ')}`;
  });
  const refused = notice.refused.map(({ channelId, topics, reason }) => {
    const named = topics.length > 0 ? topicList(topics, language) : say('topStories');
    const { key, command = '' } = refusals[reason];
    return say(key, { channel: `<#${channelId}>`, topics: escaped(named, 100), command });
  });
  const isRefused = notice.refused.some(({ reason }) => reason !== 'threads full');
  const sections = [
    ...section('noticePaused', joinWithin(paused, '\n', 800)),
    ...section('noticeRefused', joinWithin(refused, '\n', 1_000), isRefused ? `\n${say('noticeRefusedHint')}` : ''),
    ...section('noticeHeldTitle', joinWithin(questions, '\n', 2_200)),
    ...section('noticeDied', joinWithin(died, '\n', 800), `\n${say('noticeDiedHint')}`),
    ...section('noticeRecovered', joinWithin(recovered, '\n', 600)),
  ];
  const isAboutSources = died.length + recovered.length + questions.length > 0;
  return {
    embeds: [
      {
        title: plain(say(isAboutSources ? 'noticeTitle' : 'noticeTitlePaused', { server: escaped(server, 100) }), 256),
        description: joinWithin(sections, '\n\n', mostText),
        color: colourOf(null),
        footer: { text: plain(say(inServer ? 'noticeFooterChannel' : 'noticeFooter'), 500) },
      },
    ],
    components: open.map(({ sourceId, title }) => ({
      type: ComponentType.ActionRow,
      components: (['letThrough', 'keepBack'] as const).map((action) => ({
        type: ComponentType.Button,
        style: action === 'letThrough' ? ButtonStyle.Primary : ButtonStyle.Secondary,
        custom_id: customId(action, [id, sourceId]),
        label: plain(notice.held.length > 1 ? `${say(action)}: ${title}` : say(action), 80),
      })),
    })),
  };
}
