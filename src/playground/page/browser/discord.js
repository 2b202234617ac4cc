/** Names for the numbers that the page needs of Discord's (resources/channel, interactions, components/reference). */
export const ChannelType = /** @type {const} */ ({
  Text: 0,
  DM: 1,
  GroupDM: 3,
  Voice: 2,
  Category: 4,
  Announcement: 5,
  Forum: 15,
  Media: 16,
});

export const OptionType = /** @type {const} */ ({
  ...{ Subcommand: 1, SubcommandGroup: 2, String: 3, Integer: 4, Boolean: 5 },
  ...{ User: 6, Channel: 7, Role: 8, Mentionable: 9, Number: 10, Attachment: 11 },
});

export const CommandType = /** @type {const} */ ({ ChatInput: 1, User: 2, Message: 3 });

export const Component = /** @type {const} */ ({
  ...{ Row: 1, Button: 2, StringSelect: 3, TextInput: 4, UserSelect: 5, RoleSelect: 6, MentionableSelect: 7 },
  ...{ ChannelSelect: 8, Section: 9, TextDisplay: 10, Thumbnail: 11, Gallery: 12, File: 13, Separator: 14 },
  ...{ Container: 17, Label: 18 },
});

export const MessageType = /** @type {const} */ ({ Pinned: 6, Reply: 19, MenuCommand: 23 });

export const Flag = /** @type {const} */ ({ Crossposted: 1, SuppressEmbeds: 4, Ephemeral: 64, Loading: 128 });

export const Permission = /** @type {const} */ ({
  ...{ Administrator: 8n, AddReactions: 64n, SendMessages: 2048n, UseCommands: 1n << 31n, SendInThreads: 1n << 38n },
});

/** What Discord takes of anybody (reference, "Uploading Files"). */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Every locale that Discord's client can be set to (reference, "Locales"), each by its own name. */
export const LOCALES = /** @type {const} */ ({
  ...{ 'en-US': 'English, US', 'en-GB': 'English, UK', bg: 'български', cs: 'Čeština', da: 'Dansk', de: 'Deutsch' },
  ...{ el: 'Ελληνικά', 'es-ES': 'Español', 'es-419': 'Español, LATAM', fi: 'Suomi', fr: 'Français', hi: 'हिन्दी' },
  ...{
    hr: 'Hrvatski',
    hu: 'Magyar',
    id: 'Bahasa Indonesia',
    it: 'Italiano',
    ja: '日本語',
    ko: '한국어',
    lt: 'Lietuviškai',
  },
  ...{ nl: 'Nederlands', no: 'Norsk', pl: 'Polski', 'pt-BR': 'Português do Brasil', ro: 'Română', ru: 'Pусский' },
  ...{
    'sv-SE': 'Svenska',
    th: 'ไทย',
    tr: 'Türkçe',
    uk: 'Українська',
    vi: 'Tiếng Việt',
    'zh-CN': '中文',
    'zh-TW': '繁體中文',
  },
});

/** @param {number} type */
export function isThread(type) {
  return type === 10 || type === 11 || type === 12;
}

/** A conversation outside of servers. @param {number} type */
export function isDirect(type) {
  return type === ChannelType.DM || type === ChannelType.GroupDM;
}

/** @param {number} type */
export function isForum(type) {
  return type === ChannelType.Forum || type === ChannelType.Media;
}
