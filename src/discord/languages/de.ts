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
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins: '{count, plural, one {# unabhängige Quelle} other {# unabhängige Quellen}}',
  storyNews: 'Neu seit dem letzten Bericht ({since}): {headline}',
  noticeExtractive:
    'Zusammengestellt aus Sätzen der verlinkten Originale. Diese können sich seither geändert haben: bitte dort prüfen.',
  noticeRewritten:
    'Zusammengestellt aus den verlinkten Originalen. Einige Sätze hat ein Sprachmodell umformuliert; jeder davon wurde mit seinen Quellen abgeglichen. Fehler sind möglich: bitte die Originale lesen.',
  corrected: '**Korrigiert {when}.** Steht nicht mehr bei {outlet}: {text}',
  readFullBrief: 'Ausführlich lesen',
  related: 'Mehr zum Thema',
  sources: 'Quellen',
  briefingEmpty: '{topics}: nichts Neues in den letzten anderthalb Tagen.',
  briefingEmptyHint: 'Andere Themen zeigt {command}; oder später noch einmal nachsehen.',

  // A full brief
  sectionHappened: 'Was geschehen ist',
  sectionReactions: 'Reaktionen',
  sectionCounterview: 'Eine andere Sicht',
  sectionBackground: 'Hintergrund',
  sectionOutlook: 'Wie es weitergeht',
  sectionUnknown: 'Was noch offen ist',
  disagreementsHeading: 'Wo sich die Quellen widersprechen',
  figuresHeading: 'In Zahlen',
  quotationsHeading: 'Im Wortlaut',
  timelineHeading: 'Chronologie',
  inQuotes: '„{text}“',
  inLanguage: '({language})',
  sourcesHeading: 'Quellen',
  sourceCopies: 'übernommen aus Quelle {number}',
  relatedHeading: 'Mehr zum Thema',
  relatedNone: 'Dazu gibt es hier noch keine weiteren Meldungen.',
  briefNoticeExtractive:
    'Wie das entstanden ist: {sentences, plural, one {# Satz, zitiert aus der nummerierten Quelle} other {# Sätze, jeder zitiert aus der nummerierten Quelle}}. Kein Text wurde generiert. Originale ändern sich: bitte dort prüfen.',
  briefNoticeModel:
    'Wie das entstanden ist: {sentences, plural, one {# Satz} other {# Sätze}}, davon {quoted, number} zitiert und {rewritten, number} von {model} umformuliert und mit den Quellen abgeglichen. Fehler sind möglich: bitte die Originale lesen.',
  briefHeadlineOnly: 'Die Quellen sagen bisher nicht mehr als ihre Überschriften.',
  showReceipts: 'Sätze der Quellen zeigen',
  receiptsTitle: 'Woher dieser Satz stammt',
  receiptRewritten: 'Umformuliert von {model}. In den Quellen steht:',
  receiptAlso: 'Ebenso bei {outlets}',
  receiptGone:
    'Der Bericht wurde seither neu geschrieben und enthält diesen Satz nicht mehr. Erneut geöffnet, zeigt er den jetzigen Stand.',
  storyGone: 'Diese Meldung ist nicht mehr gespeichert. {command} findet neuere.',

  // Subscribing
  subscribed: '{channel} bekommt **{topics}** {when}. Sprache: {language}. Nächster Überblick: {next}.',
  subscribedReplaced:
    'Geändert: {channel} bekommt jetzt **{topics}** {when}. Sprache: {language}. Nächster Überblick: {next}.',
  whenTimes: '{days} um {times} Uhr ({zone})',
  whenInterval: '{interval}, wenn es Neues gibt',
  everyMinutes: '{minutes, plural, one {jede Minute} other {alle # Minuten}}',
  everyHours: '{hours, plural, one {jede Stunde} other {alle # Stunden}}',
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
  pausedNoChannel: 'der Kanal wurde gelöscht',
  pausedNoAccess: 'Tidings darf dort nichts posten. Sobald es wieder darf, geht es von selbst weiter',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Themen',
  topicsOwn: 'Eigene Themen dieses Servers',
  topicsOwnNone: 'Noch keine. {command} legt eines aus frei gewählten Wörtern an.',
  topicAdded:
    '**{name}** ist hinzugefügt. Dazu zählt jede Meldung, auf die das passt: {words}. In den letzten sieben Tagen: {count, plural, =0 {bisher keine} one {# Meldung} other {# Meldungen}}.',
  topicRemoved: '**{name}** ist entfernt.',
  topicShown:
    'Zu **{name}** zählt jede Meldung, auf die das passt: {words}. In den letzten sieben Tagen: {count, plural, =0 {keine} one {# Meldung} other {# Meldungen}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {keine Meldung} one {# Meldung} other {# Meldungen}} in den letzten sieben Tagen.',

  // Sources
  sourcesTitle: '{count, plural, one {# Quelle} other {# Quellen}}',
  pageOf: 'Seite {page} von {pages}',
  sourcesHealth: '{healthy} in Ordnung, {failing} gestört, {fresh} noch nicht gelesen',
  sourceHealthy: 'gelesen {when}',
  sourceFailing: 'gestört: {reason}',
  sourceNew: 'noch nicht gelesen',
  feedAddress: 'gelesen werden nur öffentliche Webadressen',
  feedHost: 'es gibt keinen Server dieses Namens',
  feedCertificate: 'das Zertifikat des Servers ist ungültig',
  feedNetwork: 'die Verbindung zum Server ist gescheitert',
  feedTimeout: 'der Server hat zu lange gebraucht',
  feedTooLarge: 'der Inhalt ist zu groß',
  feedRedirects: 'die Adresse leitet zu oft weiter',
  feedWebPage: 'das ist eine Webseite. Dort führt meist ein Link namens RSS oder Feed weiter',
  feedNone: 'dort liegt kein Feed',
  feedEmpty: 'die Antwort ist leer',
  feedMissing: 'unter dieser Adresse gibt es nichts (Fehler {status})',
  feedTooOften: 'der Server wurde zu oft gefragt (Fehler {status})',
  feedServer: 'der Server hat ein Problem (Fehler {status})',
  feedForbidden: 'der Server lässt das Lesen nicht zu (Fehler {status})',
  feedOther: 'beim Lesen ist etwas schiefgegangen',
  sourceAdded:
    '**{title}** ist hinzugefügt. {count, plural, =0 {Derzeit enthält die Quelle keinen Artikel.} one {Derzeit # Artikel:} other {Derzeit # Artikel, zum Beispiel:}} {example}',
  sourceKnown: '**{title}** ist schon dabei.',
  sourceRemoved: '**{title}** ist für diesen Server entfernt.',
  sourcesNone: 'Dazu passt keine Quelle.',
  sourceSlow: 'gelesen {when}, antwortet aber langsam',
  sourceBlocked: 'von der Website gesperrt: {reason}',
  sourceGone: 'endgültig eingestellt',
  sourceHeld: 'zurückgehalten: plötzlich weit mehr als sonst',
  sourcesFound: 'Bei {site} gibt es mehrere Quellen. Welche sollen hinzukommen?',
  sourcesChoose: 'Quellen auswählen',
  sourceHolds: '{count, plural, =0 {kein Artikel} one {# Artikel} other {# Artikel}}',
  sourcesAdded: '{count, plural, one {# Quelle ist} other {# Quellen sind}} hinzugefügt: {titles}',
  sourcesAddedNone: 'Nichts hinzugefügt: Alle sind schon da.',
  topicSources: 'allem aus {count, plural, one {# Quelle} other {# Quellen}}',
  importChecking: 'Neue Quellen werden ausprobiert: {done} von {count}',
  importCounts: 'Neu: {fresh}. Schon da: {known}. Nicht lesbar: {failed}.',
  importUnchecked: '{count} der neuen konnten in der Zeit nicht ausprobiert werden. Sie kommen trotzdem hinzu.',
  importUnusable: 'Ausgelassen, weil ohne Webadresse: {count}.',
  importFailed: 'Nicht lesbar',
  importTopics: 'Die Ordner werden zu Themen: {topics}.',
  importAdd: '{count, plural, one {# Quelle} other {# Quellen}} hinzufügen',
  exported: 'Die Quellen dieses Servers als OPML-Datei, die auch andere Leseprogramme verstehen.',
  next: 'Weiter',
  previous: 'Zurück',

  // Notices
  noticeTitle: 'Quellen für {server}',
  noticeTitlePaused: 'Briefings für {server}',
  noticePaused: 'Briefings pausieren',
  noticeDied: 'Nicht mehr lesbar',
  noticeDiedHint: 'Sie werden weiter ab und zu ausprobiert. Geht eine wieder, kommt eine Nachricht.',
  noticeRecovered: 'Wieder lesbar',
  noticeHeldTitle: 'Weit mehr als sonst',
  noticeHeld:
    '**{title}** hat plötzlich {count, plural, one {# neuen Artikel} other {# neue Artikel}}. Vielleicht hat die Website nur alten Artikeln neue Adressen gegeben. Sie werden zurückgehalten; werden sie nicht durchgelassen, bleiben sie ab {when} endgültig aus den Briefings heraus.',
  letThrough: 'Durchlassen',
  keepBack: 'Zurückhalten',
  heldLetThrough: '**{title}**: durchgelassen.',
  heldKeptBack: '**{title}**: zurückgehalten.',
  heldDecided: '**{title}**: Das ist schon entschieden.',
  noticeFooter:
    'Geht an alle, die Tidings dort eingerichtet haben, höchstens einmal am Tag; Fragen wie diese auch früher.',

  // Finding
  searchTitle: 'Gefunden zu „{words}“',
  searchNone:
    'Zu „{words}“ fand sich {days, plural, one {in den letzten 24 Stunden} other {in den letzten # Tagen}} nichts. Mit weniger oder kürzeren Wörtern findet sich mehr.',
  relatedTitle: 'Mehr zu „{headline}“',

  // Why a story stands where it does, and what moderators do about stories
  why: 'Warum',
  whyTitle: 'Warum „{headline}“',
  whyRanks: 'Warum es so weit oben steht',
  whyCountries: '{count, plural, one {# Land} other {# Länder}}',
  whyKinds: 'die Art der Quellen',
  whyGrowth:
    '{count, plural, one {# weitere Quelle in den letzten sechs Stunden} other {# weitere Quellen in den letzten sechs Stunden}}',
  whyKilled: '{count, plural, one {# Todesopfer gemeldet} other {# Todesopfer gemeldet}}',
  whyHurt: '{count, plural, one {# Verletzter gemeldet} other {# Verletzte gemeldet}}',
  whyMoney: 'Summen von etwa {amount}',
  whyMagnitude: 'Stärke {amount}',
  whyFresh: 'neuester Bericht {when}; Abdrucke zählen nie',
  whyTogether: 'Warum diese Artikel zusammengehören',
  whyNames: 'Namen: {list}',
  whyPlaces: 'Länder: {list}',
  whyFigures: 'Zahlen: {list}',
  whyWords: 'Wörter: {list}',
  whyAlone: 'Bisher gibt es nur einen eigenen Bericht.',
  whyNothing: 'Sie haben keinen Namen, keine Zahl und kein seltenes Wort gemeinsam. Ähnlich sind die Texte im Ganzen.',
  whyUpdates: 'Wie es weiterging',
  updateOrigin: 'auch {outlet} berichtet',
  updateFigures: 'neue Zahlen: {list}',
  updateNames: 'neue Namen: {list}',
  updateMerged: 'eine andere Meldung kam hinzu: {headline}',
  updateSplit: 'eine Meldung wurde herausgelöst: {headline}',
  phaseBreaking: 'Eilmeldung',
  phaseDeveloping: 'Im Gang',
  phaseSustained: 'Dauert an',
  phaseFading: 'Ebbt ab',
  phaseClosed: 'Abgeschlossen',
  storyBegan: 'begann {when}',
  splitChoose: 'Welche dieser Artikel handeln von etwas anderem? Sie werden eine eigene Meldung.',
  splitPlaceholder: 'Artikel wählen',
  splitDone:
    'Erledigt. {count, plural, one {# Artikel ist} other {# Artikel sind}} jetzt eine eigene Meldung: **{headline}**. Spätere Artikel richten sich danach.',
  mergeDone: 'Erledigt. Beide sind jetzt eine Meldung: **{headline}**. Spätere Artikel richten sich danach.',
  labelWaiting:
    'Notiert. Meldungen teilen sich hier alle Server; diese ändert sich, sobald ein zweiter Server dasselbe sagt.',
  relatedAbout: 'auch über {shared}',
  relatedWords: 'ebenso: {shared}',
  relatedPlaces: 'auch in: {places}',
  relatedDays: '{count, plural, one {# Tag} other {# Tage}} {when, select, later {später} other {zuvor}}',
  relatedWeeks: '{count, plural, one {# Woche} other {# Wochen}} {when, select, later {später} other {zuvor}}',
  relatedMonths: '{count, plural, one {# Monat} other {# Monate}} {when, select, later {später} other {zuvor}}',
  pageUnknown: 'Über **{title}** hat hier noch keine Quelle berichtet. Diese Meldungen helfen, es zu verstehen.',
  pageAlone:
    'Über **{title}** hat hier noch keine Quelle berichtet, und keine Meldung kommt dem nahe. Bitte später noch einmal versuchen.',
  pagePlaced: '**{title}** handelt von dieser Meldung.',

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
  helpStorySplit: 'löst aus einer Meldung heraus, was von etwas anderem handelt',
  helpStoryMerge: 'macht aus zwei Meldungen eine',
  helpRelated: 'Meldungen, die helfen, eine andere zu verstehen; auch ein Link genügt',
  helpSearch: 'Artikel nach Wörtern, in jeder Sprache',
  helpQueries: 'Suchen und eigene Themen',
  helpQueryForms:
    'Beide Wörter: {and}. Eins davon: {or}. Ohne: {not}. Hintereinander: {phrase}. In Klammern: {group}. Auch nach {facts}.',
  helpSources: 'woher die Nachrichten kommen und wie es um jede Quelle steht',
  helpSourcesAdd: 'fügt eine Website eigener Wahl hinzu',
  helpSourcesImport: 'übernimmt die Quellen einer OPML-Datei aus einem anderen Leseprogramm',
  helpSourcesExport: 'alle Quellen als OPML-Datei',
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
  errorZoneOffset:
    '„{typed}“ sagt nicht, wann die Uhren umgestellt werden. Bitte eine Zeitzone beim Namen nennen, zum Beispiel {zone}.',
  errorTopic:
    '„{typed}“ ist hier kein Thema. {suggestion, select, none {{command} zeigt alle.} other {War „{suggestion}“ gemeint?}}',
  errorQuery:
    '{fault, select, tooMuch {Das ist zu viel auf einmal. Möglich sind höchstens 1.000 Zeichen, 60 Wörter und 8 Klammern ineinander.} onlyNot {{near} schließt nur aus. Bitte auch sagen, was gesucht wird.} partner {Zeichen {at}: Zu {near} fehlt das Gegenstück. Anführungszeichen oder Klammer bitte schließen oder weglassen.} field {Zeichen {at}: {near} gibt es nicht. Es gibt source:, lang:, country: und topic:. Wer den Text selbst sucht, setzt ihn in Anführungszeichen.} value {Zeichen {at}: Bei {near} muss direkt nach dem Doppelpunkt ein Wort stehen.} topic {Zeichen {at}: „{near}“ ist kein Thema. Gefragt ist sein Name, etwa topic:Sport.} lang {Zeichen {at}: „{near}“ ist keine Sprache. Gefragt ist ihr Kürzel, etwa lang:de.} country {Zeichen {at}: „{near}“ ist kein Land. Gefragt sind seine zwei Buchstaben, etwa country:DE.} other {Zeichen {at}: Nach {near} muss ein Wort stehen, bei AND und OR auch davor.}}',
  errorTopicName: 'Der Name eines Themas hat 2 bis 40 Zeichen und kein Komma.',
  errorTopicExists: 'Ein Thema namens **{name}** gibt es schon. Bitte einen anderen Namen wählen.',
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
  errorSplitOne: 'Diese Meldung hat nur einen eigenen Bericht: Da gibt es nichts zu trennen.',
  errorSplitAll: 'Mindestens ein Artikel muss bleiben und einer gehen. Bitte anders wählen.',
  errorMergeSame: 'Die beiden sind schon eine Meldung.',
  errorPage:
    'Diese Seite ließ sich nicht lesen: {reason}. Bitte den Link prüfen oder Wörter einer Überschrift eingeben.',
  errorSource: 'Keine Quelle heißt hier „{typed}“. Bitte eine aus der Liste wählen, die beim Tippen erscheint.',
  errorSourceUrl:
    '„{typed}“ ist keine Webadresse. Bitte eine Website wie tagesschau.de eingeben oder die Adresse eines Feeds einfügen.',
  errorSourceUnreadable: 'Das ließ sich nicht als Feed lesen: {reason}',
  errorSourcesTooMany: 'Mehr als 500 eigene Quellen sind nicht möglich. Bitte zuerst eine entfernen.',
  errorSourceNone:
    'Bei {site} war keine Quelle zu finden, weder auf der Seite genannt noch an den üblichen Adressen. Bitte dort nach einem Link namens RSS oder Feed suchen und dessen Adresse hier einfügen.',
  errorFileTooLarge: 'Die Datei ist zu groß. Möglich sind höchstens 2 MB.',
  errorFileNoList:
    'Die Datei ist keine Liste von Quellen. Bitte im bisherigen Leseprogramm eine OPML-Datei exportieren und damit noch einmal versuchen.',
  errorFileTooMany: 'Die Datei hat mehr als 2000 Einträge. Bitte teilen und die Teile nacheinander importieren.',
  errorFileEmpty: 'In der Datei steht keine Quelle.',
  errorFileGone: 'Die Datei ließ sich nicht von Discord abrufen. Bitte noch einmal anhängen.',
  errorOffer: 'Diese Auswahl ist nicht mehr möglich. Bitte noch einmal {command} verwenden.',
  errorWords: 'Bitte mindestens ein Suchwort eingeben.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Kanal anzeigen',
  permissionSendMessages: 'Nachrichten senden',
  permissionEmbedLinks: 'Links einbetten',
};
