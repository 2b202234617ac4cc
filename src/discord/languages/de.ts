import type { Messages } from './en.ts';

/** German. A briefing is a „Nachrichtenüberblick“, a story a „Meldung“; nobody is addressed with Sie or du. */
export const de: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Überblick am Morgen',
  editionMidday: 'Überblick am Mittag',
  editionEvening: 'Überblick am Abend',
  editionNight: 'Überblick zur Nacht',
  briefingCounts:
    '{stories, plural, one {# Meldung} other {# Meldungen}} aus {articles, plural, one {# Artikel} other {# Artikeln}} von {sources, plural, one {# Quelle} other {# Quellen}}',
  topStories: 'Das Wichtigste',
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets} +{more}',
  storyOrigins: '{count, plural, one {# unabhängige Quelle} other {# unabhängige Quellen}}',
  storyNews: 'Neu seit dem letzten Bericht ({since}): {headline}',
  noticeExtractive:
    'Zusammengestellt aus Sätzen der verlinkten Originale. Diese können sich seither geändert haben: bitte dort prüfen.',
  readFullBrief: 'Ausführlich lesen',
  related: 'Mehr zum Thema',
  sources: 'Quellen',
  briefingEmpty: '{topics}: nichts Neues in den letzten anderthalb Tagen.',
  briefingEmptyHint: 'Andere Themen zeigt {command}; Neues kann der nächste Abruf der Quellen bringen.',

  // A full brief
  keyPoints: 'Was die Quellen berichten',
  sourcesHeading: 'Quellen',
  sourceCopies: 'übernommen aus Quelle {number}',
  relatedHeading: 'Mehr zum Thema',
  relatedNone: 'Dazu gibt es hier noch keine weiteren Meldungen.',
  briefNoticeExtractive:
    'Wie das entstanden ist: {sentences, plural, one {# Satz, zitiert aus der nummerierten Quelle} other {# Sätze, jeder zitiert aus der nummerierten Quelle}}. Kein Text wurde generiert. Originale ändern sich: bitte dort prüfen.',
  briefHeadlineOnly: 'Die Quellen sagen bisher nicht mehr als ihre Überschriften.',
  storyGone: 'Diese Meldung ist nicht mehr gespeichert. {command} findet neuere.',

  // Subscribing
  subscribed: '{channel} bekommt **{topics}** {when}. Sprache: {language}. Nächster Überblick: {next}.',
  subscribedReplaced:
    'Geändert: {channel} bekommt jetzt **{topics}** {when}. Sprache: {language}. Nächster Überblick: {next}.',
  whenTimes: '{days} um {times} Uhr ({zone})',
  whenInterval: '{minutes, plural, =60 {stündlich} one {jede Minute} other {alle # Minuten}}, wenn es Neues gibt',
  whenIntervalHours: '{hours, plural, one {stündlich} other {alle # Stunden}}, wenn es Neues gibt',
  everyDay: 'täglich',
  workdays: 'montags bis freitags',
  weekend: 'samstags und sonntags',
  preview: 'Vorschau',
  undo: 'Rückgängig machen',
  undone: 'Rückgängig gemacht: {channel} bekommt **{topics}** nicht mehr.',
  unsubscribed: '{channel} bekommt **{topics}** nicht mehr.',
  unsubscribedAlready: 'Dieser Nachrichtenüberblick war schon entfernt.',
  subscriptionsTitle: 'Nachrichtenüberblicke dieses Servers',
  subscriptionsNone: 'Noch bekommt kein Kanal einen Nachrichtenüberblick. {command} richtet einen ein.',
  subscriptionLine: '{channel} · **{topics}** · {when}. Sprache: {language}. Nächster Überblick: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · pausiert: {reason}',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Themen',
  topicsOwn: 'Eigene Themen dieses Servers',
  topicsOwnNone: 'Noch keine. {command} legt eines aus frei gewählten Wörtern an.',
  topicAdded:
    '**{name}** ist hinzugefügt. Dazu zählt jede Meldung mit {words}. In den letzten sieben Tagen: {count, plural, =0 {bisher keine} one {# Meldung} other {# Meldungen}}.',
  topicRemoved: '**{name}** ist entfernt.',
  topicShown:
    'Zu **{name}** zählt jede Meldung mit {words}. In den letzten sieben Tagen: {count, plural, =0 {keine} one {# Meldung} other {# Meldungen}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {keine Meldung} one {# Meldung} other {# Meldungen}} in den letzten sieben Tagen.',

  // Sources
  sourcesTitle: '{count, plural, one {# Quelle} other {# Quellen}}',
  sourcesPage: 'Seite {page} von {pages}',
  sourcesHealth: '{healthy} in Ordnung, {failing} gestört, {fresh} noch nicht gelesen',
  sourceHealthy: 'gelesen {when}',
  sourceFailing: 'gestört: {reason}',
  sourceNew: 'noch nicht gelesen',
  sourceAdded:
    '**{title}** ist hinzugefügt. {count, plural, =0 {Derzeit enthält die Quelle keinen Artikel.} one {Derzeit # Artikel:} other {Derzeit # Artikel, zum Beispiel:}} {example}',
  sourceKnown: '**{title}** ist schon dabei.',
  sourceRemoved: '**{title}** ist für diesen Server entfernt.',
  sourcesNone: 'Dazu passt keine Quelle.',
  next: 'Weiter',
  previous: 'Zurück',

  // Finding
  searchTitle: 'Gefunden zu „{words}“',
  searchNone:
    'Zu „{words}“ fand sich {days, plural, one {in den letzten 24 Stunden} other {in den letzten # Tagen}} nichts. Mit weniger oder kürzeren Wörtern findet sich mehr.',
  relatedTitle: 'Mehr zu „{headline}“',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'Nachrichtenüberblicke für diesen Server: was geschehen ist und wer es sagt, mit Links zu den Originalen.',
  helpReading: 'Lesen',
  helpManaging: 'Für alle, die den Server verwalten',
  helpFooter:
    'Diese Antworten sieht nur, wer gefragt hat. Nachrichtenüberblicke erscheinen in den Kanälen, für die sie eingerichtet sind.',
  helpSubscribe: 'ein Kanal bekommt einen Nachrichtenüberblick, Zeiten und Themen nach Wahl',
  helpUnsubscribe: 'beendet einen Nachrichtenüberblick',
  helpSubscriptions: 'was dieser Server bekommt und wann das nächste Mal',
  helpBriefing: 'sofort ein Überblick, für niemanden sonst sichtbar',
  helpTopics: 'alle Themen',
  helpTopicsAdd: 'legt ein Thema aus eigenen Wörtern an',
  helpStory: 'eine Meldung ausführlich',
  helpRelated: 'Meldungen, die helfen, eine andere zu verstehen; auch ein Link genügt',
  helpSearch: 'Artikel nach Wörtern, in jeder Sprache',
  helpSources: 'woher die Nachrichten kommen und wie es um jede Quelle steht',
  helpSourcesAdd: 'fügt einen eigenen Feed hinzu',
  helpHelp: 'diese Seite',

  // What went wrong
  errorUnknown: 'Das hat nicht geklappt, und der Fehler liegt bei uns. Er ist vermerkt; bitte noch einmal versuchen.',
  errorManage: 'Dafür ist die Berechtigung *Server verwalten* nötig.',
  errorServerOnly: 'Das geht auf einem Server, nicht in Direktnachrichten.',
  errorTimes: '„{typed}“ ist keine Uhrzeit. Möglich ist zum Beispiel „07:00“, „07:00, 18:30“ oder „alle 2 Stunden“.',
  errorTooManyTimes: 'Das ist öfter als 12-mal am Tag. Möglich sind höchstens 12 Uhrzeiten oder „alle 2 Stunden“.',
  errorInterval: 'Möglich sind Abstände von 5 Minuten bis 24 Stunden, zum Beispiel „alle 30 Minuten“.',
  errorZone:
    '„{typed}“ ist keine bekannte Zeitzone. {suggestion, select, none {Möglich ist zum Beispiel Europe/Berlin oder Asia/Seoul.} other {War {suggestion} gemeint?}}',
  errorTopic:
    '„{typed}“ ist hier kein Thema. {suggestion, select, none {{command} zeigt alle.} other {War „{suggestion}“ gemeint?}}',
  errorTopicWords:
    'Ein Thema braucht ein bis zwanzig Wörter oder Wendungen, durch Kommas getrennt und je höchstens 60 Zeichen lang.',
  errorTopicName: 'Der Name eines Themas hat 2 bis 40 Zeichen.',
  errorTopicExists:
    'Ein Thema namens **{name}** gibt es schon. Bitte einen anderen Namen wählen oder jenes zuerst entfernen.',
  errorTopicUsed: '{channel} bekommt noch **{name}**. Bitte zuerst diesen Nachrichtenüberblick mit {command} beenden.',
  errorTopicsTooMany: 'Mehr als 30 eigene Themen sind nicht möglich. Bitte zuerst eines entfernen.',
  errorChannelKind:
    'In {channel} kann kein Nachrichtenüberblick erscheinen. Bitte einen Text- oder Ankündigungskanal wählen.',
  errorPermissions:
    'Tidings darf in {channel} nichts posten. Es fehlt: {missing}. Bitte Tidings das dort erlauben und es noch einmal versuchen.',
  errorSubscription:
    'Kein Nachrichtenüberblick dieses Servers heißt „{typed}“. Bitte einen aus der Liste wählen, die beim Tippen erscheint.',
  errorStory:
    'Zu „{typed}“ fand sich keine Meldung. Bitte eine aus der Liste wählen, die beim Tippen erscheint, oder {command} versuchen.',
  errorLink:
    'Zu diesem Link gibt es hier keinen Artikel. Bekannt ist nur, was die Quellen dieses Servers veröffentlicht haben.',
  errorSource: 'Keine Quelle heißt hier „{typed}“. Bitte eine aus der Liste wählen, die beim Tippen erscheint.',
  errorSourceUrl: '„{typed}“ ist keine Webadresse. Bitte die Adresse eines Feeds einfügen; sie beginnt mit https://',
  errorSourceUnreadable: 'Das ließ sich nicht als Feed lesen: {reason}',
  errorSourcesTooMany: 'Mehr als 50 eigene Quellen sind nicht möglich. Bitte zuerst eine entfernen.',
  errorWords: 'Bitte mindestens ein Suchwort eingeben.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Kanal anzeigen',
  permissionSendMessages: 'Nachrichten senden',
  permissionEmbedLinks: 'Links einbetten',
};
