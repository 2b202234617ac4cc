import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { everyDay } from '../news/subscription.ts';
import { type OwnTopic, ownTopicKey, topics } from '../news/topic.ts';
import type { Reply } from './command.ts';
import { plain } from './escape.ts';
import {
  chosenWhen,
  type FormPart,
  type FormState,
  formId,
  topStoriesValue,
  weekdaysOf,
  whenValues,
} from './formState.ts';
import { languages, type Say, sayIn } from './languages/index.ts';
import { colourOf } from './renderBriefing.ts';
import { intervalText } from './subscriptionText.ts';
import { topicLabel } from './topicLabel.ts';
import { zoneName } from './zoneName.ts';

/** What a form shows besides what is chosen. */
export type FormView = {
  /** Of whoever reads it. */
  readonly language: string;
  /** What stands above the questions; nothing for somebody who has just typed the command. */
  readonly intro?: string;
  /** The server's own topics that are offered. */
  readonly own: readonly Pick<OwnTopic, 'id' | 'name'>[];
  /** What is wrong with what was typed last. */
  readonly notice?: string | undefined;
  /** Whether the server has the chosen channel: Discord shows no other. */
  readonly hasChannel: boolean;
  /** Why nothing can be posted in the chosen channel; null when it can. */
  readonly problem: string | null;
  /** What will happen, in a sentence, and what the last week would have brought. */
  readonly preview: string;
  readonly isGreeting: boolean;
};

/** The IPTC topics by how many people say that they follow them; what few do comes last. */
const mostFollowed = [
  ...['politics', 'economy', 'science', 'conflict', 'sport', 'health', 'environment', 'crime', 'arts'],
  ...['disaster', 'weather', 'education', 'society', 'lifestyle', 'labour', 'human-interest', 'religion'],
];

/** The form as one message: three questions with what is chosen, a preview beneath, and the buttons. */
export function renderForm(state: FormState, view: FormView): Reply {
  const say = sayIn(view.language);
  const zone = zoneName(state.timeZone, view.language);
  return inComponents([
    ...texts(view.intro),
    ...texts(`**${say('formChannel')}**`),
    row({
      type: ComponentType.ChannelSelect,
      custom_id: formId('channel', state),
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      placeholder: plain(say('formChannel'), 150),
      ...(view.hasChannel && {
        default_values: [{ id: state.channelId, type: SelectMenuDefaultValueType.Channel }],
      }),
    }),
    ...texts(`**${say('formTopics')}**`),
    row(severalOf(formId('topics', state), topicOptions(state, view))),
    ...texts(`**${say('formWhen')}** ${say('formZone', { zone })}`),
    row(severalOf(formId('when', state), whenOptions(state, view.language, say))),
    ...texts(view.notice, view.problem),
    {
      type: ComponentType.Container,
      accent_color: colourOf(null),
      components: texts(view.preview),
    },
    row(
      button('confirm', state, say(confirmKey(state)), {
        style: ButtonStyle.Success,
        disabled: view.problem !== null,
      }),
      ...(view.problem === null ? [] : [button('again', state, say('formAgain'))]),
      button('place', state, say('formPlace')),
      button('cancel', state, say(view.isGreeting ? 'greetingNotNow' : 'formCancel')),
    ),
  ]);
}

/** A message that stands where a form stood, or where another one with components of the new kind did. */
export function afterForm(text: string, ...rows: NonNullable<Reply['components']>): Reply {
  return inComponents([...texts(text), ...rows]);
}

/** What asks for another language or zone: the zone is typed, there are hundreds. */
export function placeModal(state: FormState, language: string): APIModalInteractionResponseCallbackData {
  const say = sayIn(language);
  return {
    custom_id: formId('typed', state),
    title: plain(say('formPlace'), 45),
    components: [
      {
        type: ComponentType.Label,
        label: plain(say('settingLanguage'), 45),
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'language',
          options: languages.map(({ code, name }) => ({ label: name, value: code, default: code === state.language })),
        },
      },
      {
        type: ComponentType.Label,
        label: plain(say('settingZone'), 45),
        description: 'Europe/Berlin, Seoul, America/New_York …',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'zone',
          style: TextInputStyle.Short,
          value: state.timeZone,
          max_length: 60,
        },
      },
    ],
  };
}

/** @see https://discord.com/developers/docs/components/reference (what a message with this flag may hold) */
function inComponents(components: APIMessageTopLevelComponent[]): Reply {
  return { flags: MessageFlags.IsComponentsV2, components };
}

function texts(...contents: readonly (string | null | undefined)[]) {
  return contents.flatMap((content) => (content ? [{ type: ComponentType.TextDisplay as const, content }] : []));
}

function row(...components: APIComponentInMessageActionRow[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

function severalOf(custom_id: string, options: APISelectMenuOption[]) {
  return {
    type: ComponentType.StringSelect as const,
    custom_id,
    min_values: 1,
    max_values: options.length,
    options,
  };
}

function topicOptions({ topics: chosen }: FormState, { language, own }: FormView): APISelectMenuOption[] {
  const listed = topics.toSorted((a, b) => mostFollowed.indexOf(a.key) - mostFollowed.indexOf(b.key));
  return [
    { value: topStoriesValue, label: sayIn(language)('topStories'), default: chosen.length === 0 },
    ...own.map(({ id, name }) => option(ownTopicKey(id), plain(name, 100) || '…', chosen)),
    ...listed.map(({ key, emoji }) => ({ ...option(key, topicLabel(key, language), chosen), emoji: { name: emoji } })),
  ];
}

function whenOptions(state: FormState, language: string, say: Say): APISelectMenuOption[] {
  const dayKeys = { every: 'everyDay', workdays: 'workdays', weekend: 'weekend' } as const;
  return whenValues.map((value) => {
    const words = value in weekdaysOf ? say(dayKeys[value as keyof typeof weekdaysOf]) : null;
    const label = words ?? (value.includes(':') ? value : intervalText(Number(value), say));
    return option(value, label.charAt(0).toLocaleUpperCase(language) + label.slice(1), chosenWhen(state));
  });
}

function option(value: string, label: string, chosen: readonly string[]): APISelectMenuOption {
  return { value, label, default: chosen.includes(value) };
}

function button(
  part: FormPart,
  state: FormState,
  label: string,
  {
    style = ButtonStyle.Secondary,
    disabled = false,
  }: { style?: ButtonStyle.Secondary | ButtonStyle.Success; disabled?: boolean } = {},
) {
  return {
    type: ComponentType.Button as const,
    style,
    custom_id: formId(part, state),
    label: plain(label, 80),
    disabled,
  };
}

function confirmKey({ times, days }: FormState) {
  const [time = '', ...others] = times;
  if (others.length > 0 || weekdaysOf[days] !== everyDay || time === '') return 'formConfirm';
  if (time < '11:00') return 'formConfirmMorning';
  return time >= '17:00' ? 'formConfirmEvening' : 'formConfirm';
}
