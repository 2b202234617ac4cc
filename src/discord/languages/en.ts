/**
 * Every sentence that Tidings says, in English: the catalogue that the other languages follow.
 *
 * ICU MessageFormat. `{…, plural, …}` where a number changes the words. Discord markdown is allowed only where it
 * stands here; values are escaped before they come in. Times come in as Discord timestamps.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export const en = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Morning briefing',
  editionMidday: 'Midday briefing',
  editionEvening: 'Evening briefing',
  editionNight: 'Late briefing',
  briefingCounts:
    '{stories, plural, one {# story} other {# stories}} from {articles, plural, one {# article} other {# articles}}, {sources, plural, one {# source} other {# sources}}',
  topStories: 'Top stories',
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins: '{count, plural, one {# independent source} other {# independent sources}}',
  storyNews: 'Since last time ({since}): {headline}',
  noticeExtractive:
    'Put together from the sentences of the linked originals. They may have changed since: please check them.',
  readFullBrief: 'Read a full brief',
  related: 'Related',
  sources: 'Sources',
  briefingEmpty: '{topics}: nothing new in the last day and a half.',
  briefingEmptyHint: 'Try another topic with {command}, or come back later.',

  // A full brief
  keyPoints: 'What the sources say',
  sourcesHeading: 'Sources',
  sourceCopies: 'repeats {number}',
  relatedHeading: 'Related',
  relatedNone: 'No other story here is close to this one yet.',
  briefNoticeExtractive:
    'How this was made: {sentences, plural, one {# sentence} other {# sentences}}, each quoted from the numbered source. No text was generated. Originals change: please check them.',
  briefHeadlineOnly: 'The sources say no more than their headlines so far.',
  storyGone: 'That story is no longer kept. {command} finds newer ones.',

  // Subscribing
  subscribed: '{channel} gets **{topics}** {when}, in {language}. Next: {next}.',
  subscribedReplaced: 'Changed: {channel} now gets **{topics}** {when}, in {language}. Next: {next}.',
  whenTimes: '{days} at {times} ({zone})',
  whenInterval: '{interval}, when there is something new',
  everyMinutes: 'every {minutes, plural, one {minute} other {# minutes}}',
  everyHours: 'every {hours, plural, one {hour} other {# hours}}',
  everyDay: 'every day',
  workdays: 'Monday to Friday',
  weekend: 'on Saturdays and Sundays',
  preview: 'Preview',
  undo: 'Undo',
  undone: 'Undone: {channel} no longer gets **{topics}**.',
  unsubscribed: '{channel} no longer gets **{topics}**.',
  unsubscribedAlready: 'That briefing had been removed already.',
  subscriptionsTitle: 'Briefings of this server',
  subscriptionsNone: 'No channel gets a briefing yet. {command} starts one.',
  subscriptionLine: '{channel} · **{topics}** · {when}, in {language}. Next: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · paused: {reason}',
  pausedNoChannel: 'the channel was deleted',
  pausedNoAccess: 'I may not post there. Allow it, then use {command} again',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Topics',
  topicsOwn: 'This server’s own topics',
  topicsOwnNone: 'None yet. {command} makes one of words you choose.',
  topicAdded:
    'Added **{name}**. It takes every story with one of these: {words}. In the last week: {count, plural, =0 {none so far} one {# story} other {# stories}}.',
  topicRemoved: 'Removed **{name}**.',
  topicShown:
    '**{name}** takes every story with one of these: {words}. In the last week: {count, plural, =0 {none} one {# story} other {# stories}}.',
  topicAbout: '{emoji} **{name}**: {count, plural, =0 {no story} one {# story} other {# stories}} in the last week.',

  // Sources
  sourcesTitle: '{count, plural, one {# source} other {# sources}}',
  sourcesPage: 'Page {page} of {pages}',
  sourcesHealth: '{healthy} healthy, {failing} failing, {fresh} not read yet',
  sourceHealthy: 'read {when}',
  sourceFailing: 'failing: {reason}',
  sourceNew: 'not read yet',
  feedAddress: 'only public web addresses are read',
  feedHost: 'there is no server of that name',
  feedCertificate: 'the server’s certificate is not valid',
  feedNetwork: 'the connection to the server failed',
  feedTimeout: 'the server took too long',
  feedTooLarge: 'it is too large',
  feedRedirects: 'it is redirected too often',
  feedWebPage: 'it is a web page. Look there for a link called RSS or Feed',
  feedNone: 'what is there is no feed',
  feedEmpty: 'it is empty',
  feedMissing: 'there is nothing at this address (error {status})',
  feedTooOften: 'the server was asked too often (error {status})',
  feedServer: 'the server has a problem (error {status})',
  feedForbidden: 'the server does not let us read it (error {status})',
  feedOther: 'something went wrong while reading it',
  sourceAdded:
    'Added **{title}**: {count, plural, =0 {it holds no article now} one {# article now, such as} other {# articles now, such as}} {example}',
  sourceKnown: '**{title}** is here already.',
  sourceRemoved: 'Removed **{title}** for this server.',
  sourcesNone: 'No source fits that.',
  sourceSlow: 'read {when}, but slow to answer',
  sourceBlocked: 'blocked by the site: {reason}',
  sourceGone: 'gone for good',
  sourceHeld: 'held back: suddenly far more than usual',
  sourcesFound: 'There are several sources at {site}. Which should be added?',
  sourcesChoose: 'Choose sources',
  sourceHolds: '{count, plural, =0 {no article} one {# article} other {# articles}}',
  sourcesAdded: 'Added {count, plural, one {# source} other {# sources}}: {titles}',
  sourcesAddedNone: 'Nothing was added: all of them are here already.',
  topicSources: 'everything from {count, plural, one {# source} other {# sources}}',
  importChecking: 'Trying the new sources: {done} of {count}',
  importCounts: 'New: {fresh}. Here already: {known}. Not readable: {failed}.',
  importUnchecked: 'There was no time to try {count} of the new ones. They are added all the same.',
  importUnusable: 'Left out because they have no web address: {count}.',
  importFailed: 'Not readable',
  importTopics: 'Its folders become topics: {topics}.',
  importAdd: 'Add {count, plural, one {# source} other {# sources}}',
  exported: 'The sources of this server as an OPML file, which other readers take too.',
  next: 'Next',
  previous: 'Back',

  // Notices
  noticeTitle: 'Sources for {server}',
  noticeDied: 'Can no longer be read',
  noticeDiedHint: 'They are still tried now and then. When one works again, you are told.',
  noticeRecovered: 'Can be read again',
  noticeHeldTitle: 'Far more than usual',
  noticeHeld:
    '**{title}** suddenly has {count, plural, one {# new article} other {# new articles}}. Perhaps the site only gave old ones new addresses. They are held back; unless you let them through, they stay out of the briefings from {when} on.',
  letThrough: 'Let them through',
  keepBack: 'Keep them back',
  heldLetThrough: '**{title}**: let through.',
  heldKeptBack: '**{title}**: kept back.',
  heldDecided: '**{title}**: this has been decided already.',
  noticeFooter: 'This goes to those who set up Tidings there, at most once a day; questions like these sooner.',

  // Finding
  searchTitle: 'Found for “{words}”',
  searchNone:
    'Nothing found for “{words}” in {days, plural, one {the last day} other {the last # days}}. Fewer or shorter words find more.',
  relatedTitle: 'Related to “{headline}”',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'News briefings for this server: what happened, who says so, with links to the originals.',
  helpReading: 'Reading',
  helpManaging: 'For those who manage the server',
  helpFooter: 'Only you see these answers. Briefings are posted in the channels that asked for them.',
  helpSubscribe: 'a channel gets a briefing, when and about what you choose',
  helpUnsubscribe: 'ends one',
  helpSubscriptions: 'what this server gets, and when next',
  helpBriefing: 'a briefing now, for you alone',
  helpTopics: 'the topics there are',
  helpTopicsAdd: 'makes a topic of your own words',
  helpStory: 'the full brief of a story',
  helpRelated: 'stories that help to understand one; a link works too',
  helpSearch: 'articles by words, in any language',
  helpSources: 'where the news comes from, and how each source is doing',
  helpSourcesAdd: 'adds a site of your own choice',
  helpSourcesImport: 'takes the sources of an OPML file from another reader',
  helpSourcesExport: 'all sources as an OPML file',
  helpHelp: 'this page',

  // What went wrong
  errorUnknown: 'That did not work, and it is our fault. It has been noted; please try again.',
  errorManage: 'That needs the permission *Manage Server*.',
  errorServerOnly: 'That works in a server, not in direct messages.',
  errorTimes: '“{typed}” is no time of day. Type times like 07:00 or 07:00, 18:30, or every 2 hours.',
  errorTooManyTimes: 'That is more than 12 times a day. Type at most 12, or every 2 hours.',
  errorInterval: 'Between 5 minutes and 24 hours, please: for instance every 30 minutes.',
  errorZone:
    '“{typed}” is no time zone I know. {suggestion, select, none {Type one like Europe/Berlin or Asia/Seoul.} other {Did you mean {suggestion}?}}',
  errorZoneOffset: '“{typed}” does not say when clocks change. Type the name of a time zone, such as {zone}.',
  errorTopic:
    '“{typed}” is no topic here. {suggestion, select, none {{command} lists them.} other {Did you mean {suggestion}?}}',
  errorTopicWords: 'A topic needs one to twenty words or phrases, separated by commas, each of at most 60 characters.',
  errorTopicName: 'A topic’s name has 2 to 40 characters and no comma.',
  errorTopicExists: 'There is a topic called **{name}** already. Choose another name.',
  errorTopicUsed: '{channel} still gets **{name}**. End that briefing first with {command}.',
  errorTopicsTooMany: 'At most 30 topics of one’s own. Remove one first.',
  errorChannelKind: '{channel} can’t take a briefing. Choose a text or announcement channel.',
  errorPermissions:
    'I may not post in {channel}. Missing there: {missing}. Give Tidings what is missing and try again.',
  errorSubscription:
    'No briefing of this server is called “{typed}”. Choose one from the list that appears as you type.',
  errorStory: 'No story found for “{typed}”. Choose one from the list that appears as you type, or try {command}.',
  errorLink: 'No article here has that link. Only what the sources of this server published is known.',
  errorSource: 'No source here is called “{typed}”. Choose one from the list that appears as you type.',
  errorSourceUrl: '“{typed}” is no web address. Type a site such as bbc.co.uk, or paste the address of a feed.',
  errorSourceUnreadable: 'That could not be read as a feed: {reason}',
  errorSourcesTooMany: 'At most 500 sources of one’s own. Remove one first.',
  errorSourceNone:
    'No source was found at {site}, neither named in its page nor at the usual addresses. Look there for a link called RSS or Feed and paste its address here.',
  errorFileTooLarge: 'That file is too large. It may have 2 MB at most.',
  errorFileNoList: 'That file is no list of sources. Export one from your reader as OPML and try again.',
  errorFileTooMany: 'That file has more than 2000 entries. Split it and import the parts one after the other.',
  errorFileEmpty: 'There is no source in that file.',
  errorFileGone: 'That file could not be fetched from Discord. Please attach it again.',
  errorOffer: 'This choice is no longer possible. Please use {command} again.',
  errorWords: 'Type at least one word to look for.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'View Channel',
  permissionSendMessages: 'Send Messages',
  permissionEmbedLinks: 'Embed Links',
} as const;

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;
