import type { Messages } from './en.ts';

/** French. Narrow no-break spaces (U+202F) stand before : ; ? and inside « ». A briefing is a « bulletin », a story a « sujet ». */
export const fr: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Bulletin du matin',
  editionMidday: 'Bulletin de midi',
  editionEvening: 'Bulletin du soir',
  editionNight: 'Bulletin de la nuit',
  briefingCounts:
    '{stories, plural, one {# sujet tiré} other {# sujets tirés}} de {articles, plural, one {# article} other {# articles}}, {sources, plural, one {# source} other {# sources}}',
  topStories: 'À la une',
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins: '{count, plural, one {# source indépendante} other {# sources indépendantes}}',
  storyNews: 'Du nouveau depuis la dernière fois ({since}) : {headline}',
  noticeExtractive:
    'Composé de phrases tirées des articles en lien. Ils ont pu changer depuis : pensez à les vérifier.',
  readFullBrief: 'Lire un sujet en détail',
  related: 'À lire aussi',
  sources: 'Sources',
  briefingEmpty: '{topics} : rien de nouveau depuis un jour et demi.',
  briefingEmptyHint: 'Choisissez un autre thème avec {command}, ou revenez plus tard.',

  // A full brief
  keyPoints: 'Ce que disent les sources',
  sourcesHeading: 'Sources',
  sourceCopies: 'reprend la source {number}',
  relatedHeading: 'À lire aussi',
  relatedNone: 'Aucun autre sujet n’est proche de celui-ci pour l’instant.',
  briefNoticeExtractive:
    'Méthode : {sentences, plural, one {# phrase, citée de la source numérotée} other {# phrases, chacune citée de la source numérotée}}. Aucun texte n’a été généré. Les originaux changent : pensez à les vérifier.',
  briefHeadlineOnly: 'Pour l’instant, les sources n’en disent pas plus que leurs titres.',
  storyGone: 'Ce sujet n’est plus conservé. {command} en trouve de plus récents.',

  // Subscribing
  subscribed: '{channel} reçoit **{topics}** {when}. Langue : {language}. Prochain bulletin : {next}.',
  subscribedReplaced:
    'Modifié : {channel} reçoit désormais **{topics}** {when}. Langue : {language}. Prochain bulletin : {next}.',
  whenTimes: '{days} à {times} ({zone})',
  whenInterval: '{interval}, s’il y a du nouveau',
  everyMinutes: '{minutes, plural, one {chaque minute} other {toutes les # minutes}}',
  everyHours: '{hours, plural, one {toutes les heures} other {toutes les # heures}}',
  everyDay: 'tous les jours',
  workdays: 'du lundi au vendredi',
  weekend: 'le samedi et le dimanche',
  preview: 'Aperçu',
  undo: 'Annuler',
  undone: 'Annulé : {channel} ne reçoit plus **{topics}**.',
  unsubscribed: '{channel} ne reçoit plus **{topics}**.',
  unsubscribedAlready: 'Ce bulletin avait déjà été supprimé.',
  subscriptionsTitle: 'Bulletins de ce serveur',
  subscriptionsNone: 'Aucun salon ne reçoit encore de bulletin. {command} en met un en place.',
  subscriptionLine: '{channel} · **{topics}** · {when}. Langue : {language}. Prochain bulletin : {next}',
  subscriptionSuspended: '{channel} · **{topics}** · en pause : {reason}',
  pausedNoChannel: 'le salon a été supprimé',
  pausedNoAccess: 'Tidings ne peut pas y publier. Autorisez-le, puis utilisez de nouveau {command}',
  subscriptionLabel: '#{channel} : {topics}, {when}',

  // Topics
  topicsTitle: 'Thèmes',
  topicsOwn: 'Thèmes propres à ce serveur',
  topicsOwnNone: 'Aucun pour l’instant. {command} en crée un avec les mots de votre choix.',
  topicAdded:
    'Thème ajouté : **{name}**. Il retient tous les sujets qui répondent à {words}. Ces sept derniers jours : {count, plural, =0 {aucun pour l’instant} one {# sujet} other {# sujets}}.',
  topicRemoved: 'Thème supprimé : **{name}**.',
  topicShown:
    '**{name}** retient tous les sujets qui répondent à {words}. Ces sept derniers jours : {count, plural, =0 {aucun} one {# sujet} other {# sujets}}.',
  topicAbout:
    '{emoji} **{name}** : {count, plural, =0 {aucun sujet} one {# sujet} other {# sujets}} ces sept derniers jours.',

  // Sources
  sourcesTitle: '{count, plural, one {# source} other {# sources}}',
  sourcesPage: 'Page {page} sur {pages}',
  sourcesHealth: '{healthy} en bon état, {failing} en échec, {fresh} en attente de première lecture',
  sourceHealthy: 'lue {when}',
  sourceFailing: 'en échec : {reason}',
  sourceNew: 'pas encore lue',
  feedAddress: 'seules les adresses web publiques sont lues',
  feedHost: 'aucun serveur ne porte ce nom',
  feedCertificate: 'le certificat du serveur n’est pas valable',
  feedNetwork: 'la connexion au serveur a échoué',
  feedTimeout: 'le serveur a mis trop de temps à répondre',
  feedTooLarge: 'le contenu est trop volumineux',
  feedRedirects: 'l’adresse redirige trop de fois',
  feedWebPage: 'c’est une page web. Cherchez-y un lien nommé RSS ou Flux',
  feedNone: 'il n’y a pas de flux à cette adresse',
  feedEmpty: 'la réponse est vide',
  feedMissing: 'il n’y a rien à cette adresse (erreur {status})',
  feedTooOften: 'le serveur a été interrogé trop souvent (erreur {status})',
  feedServer: 'le serveur a un problème (erreur {status})',
  feedForbidden: 'le serveur refuse la lecture (erreur {status})',
  feedOther: 'la lecture a échoué',
  sourceAdded:
    'Source ajoutée : **{title}**. {count, plural, =0 {Elle ne contient aucun article pour l’instant.} one {Elle contient # article :} other {Elle contient # articles, par exemple :}} {example}',
  sourceKnown: '**{title}** figure déjà parmi les sources.',
  sourceRemoved: 'Source retirée pour ce serveur : **{title}**.',
  sourcesNone: 'Aucune source ne correspond.',
  sourceSlow: 'lue {when}, mais lente à répondre',
  sourceBlocked: 'bloquée par le site : {reason}',
  sourceGone: 'supprimée définitivement',
  sourceHeld: 'retenue : soudain bien plus que d’habitude',
  sourcesFound: 'Il y a plusieurs sources sur {site}. Lesquelles ajouter ?',
  sourcesChoose: 'Choisir les sources',
  sourceHolds: '{count, plural, =0 {aucun article} one {# article} other {# articles}}',
  sourcesAdded: '{count, plural, one {# source ajoutée} other {# sources ajoutées}} : {titles}',
  sourcesAddedNone: 'Rien n’a été ajouté : toutes ces sources sont déjà là.',
  topicSources: 'tout ce que publient {count, plural, one {# source} other {# sources}}',
  importChecking: 'Essai des nouvelles sources : {done} sur {count}',
  importCounts: 'Nouvelles : {fresh}. Déjà là : {known}. Illisibles : {failed}.',
  importUnchecked: 'Le temps a manqué pour essayer {count} des nouvelles. Elles seront ajoutées quand même.',
  importUnusable: 'Laissées de côté, faute d’adresse web : {count}.',
  importFailed: 'Illisibles',
  importTopics: 'Ses dossiers deviennent des thèmes : {topics}.',
  importAdd: 'Ajouter {count, plural, one {# source} other {# sources}}',
  exported: 'Les sources de ce serveur dans un fichier OPML, que d’autres lecteurs acceptent aussi.',
  next: 'Suivant',
  previous: 'Précédent',

  // Notices
  noticeTitle: 'Sources de {server}',
  noticeDied: 'Ne peuvent plus être lues',
  noticeDiedHint: 'Elles sont encore essayées de temps en temps. Si l’une refonctionne, un message le dira.',
  noticeRecovered: 'Peuvent de nouveau être lues',
  noticeHeldTitle: 'Bien plus que d’habitude',
  noticeHeld:
    '**{title}** compte soudain {count, plural, one {# nouvel article} other {# nouveaux articles}}. Le site a peut-être seulement donné de nouvelles adresses à d’anciens articles. Ils sont retenus ; sans votre accord, ils resteront hors des bulletins à partir de : {when}.',
  letThrough: 'Laisser passer',
  keepBack: 'Retenir',
  heldLetThrough: '**{title}** : articles acceptés.',
  heldKeptBack: '**{title}** : articles écartés.',
  heldDecided: '**{title}** : c’est déjà décidé.',
  noticeFooter: 'Envoyé à qui a configuré Tidings là-bas, une fois par jour au plus ; les questions, plus tôt.',

  // Finding
  searchTitle: 'Résultats pour « {words} »',
  searchNone:
    'Aucun résultat pour « {words} » {days, plural, one {ces 24 dernières heures} other {ces # derniers jours}}. Moins de mots, ou des mots plus courts, donnent plus de résultats.',
  relatedTitle: 'En lien avec « {headline} »',

  // Why a story stands where it does, and what moderators do about stories
  why: 'Pourquoi',
  whyTitle: 'Pourquoi « {headline} »',
  whyRanks: 'Pourquoi ce sujet est à ce rang',
  whyCountries: '{count, plural, one {# pays} other {# pays}}',
  whyKinds: 'la nature des sources',
  whyGrowth: '{count, plural, one {# source de plus en six heures} other {# sources de plus en six heures}}',
  whyKilled: '{count, plural, one {# mort annoncé} other {# morts annoncés}}',
  whyHurt: '{count, plural, one {# blessé annoncé} other {# blessés annoncés}}',
  whyMoney: 'des sommes d’environ {amount}',
  whyMagnitude: 'magnitude {amount}',
  whyFresh: 'dernier article {when} ; les reprises ne comptent jamais',
  whyTogether: 'Pourquoi ces articles vont ensemble',
  whyNames: 'Noms : {list}',
  whyPlaces: 'Pays : {list}',
  whyFigures: 'Chiffres : {list}',
  whyWords: 'Mots : {list}',
  whyAlone: 'Il n’y a pour l’instant qu’un article original.',
  whyNothing: 'Ils n’ont en commun ni nom, ni chiffre, ni mot rare. Ce sont leurs textes entiers qui se ressemblent.',
  whyUpdates: 'La suite',
  updateOrigin: '{outlet} en parle aussi',
  updateFigures: 'nouveaux chiffres : {list}',
  updateNames: 'nouveaux noms : {list}',
  updateMerged: 'un autre sujet a été réuni à celui-ci : {headline}',
  updateSplit: 'un sujet en a été séparé : {headline}',
  phaseBreaking: 'Dernière minute',
  phaseDeveloping: 'En cours',
  phaseSustained: 'Se poursuit',
  phaseFading: 'Retombe',
  phaseClosed: 'Clos',
  storyBegan: 'début {when}',
  splitChoose: 'Lesquels de ces articles parlent d’autre chose ? Ils deviendront un sujet à part.',
  splitPlaceholder: 'Choisir des articles',
  splitDone:
    'C’est fait. {count, plural, one {# article forme} other {# articles forment}} maintenant un sujet à part : **{headline}**. Les articles suivants en tiendront compte.',
  mergeDone:
    'C’est fait. Les deux ne sont plus qu’un sujet : **{headline}**. Les articles suivants en tiendront compte.',
  labelWaiting:
    'C’est noté. Les sujets sont communs à tous les serveurs : celui-ci changera dès qu’un deuxième serveur dira la même chose.',
  relatedAbout: 'aussi sur {shared}',
  relatedWords: 'aussi : {shared}',
  relatedPlaces: 'même lieu : {places}',
  relatedDays: '{count, plural, one {# jour} other {# jours}} {when, select, later {plus tard} other {plus tôt}}',
  relatedWeeks:
    '{count, plural, one {# semaine} other {# semaines}} {when, select, later {plus tard} other {plus tôt}}',
  relatedMonths: '{count, plural, one {# mois} other {# mois}} {when, select, later {plus tard} other {plus tôt}}',
  pageUnknown: 'Aucune source ici n’a encore parlé de **{title}**. Ces sujets aident à comprendre.',
  pageAlone: 'Aucune source ici n’a encore parlé de **{title}**, et aucun sujet n’en est proche. Réessayez plus tard.',
  pagePlaced: '**{title}** porte sur ce sujet.',

  // Help
  helpTitle: 'Tidings',
  helpIntro:
    'Des bulletins d’actualité pour ce serveur : ce qui s’est passé, qui le dit, avec des liens vers les originaux.',
  helpReading: 'Lire',
  helpManaging: 'Pour qui gère le serveur',
  helpFooter:
    'Ces réponses ne sont visibles que par vous. Les bulletins paraissent dans les salons qui les ont demandés.',
  helpSubscribe: 'un salon reçoit un bulletin, aux heures et sur les thèmes de votre choix',
  helpUnsubscribe: 'met fin à un bulletin',
  helpSubscriptions: 'ce que reçoit ce serveur, et quand la prochaine fois',
  helpBriefing: 'un bulletin tout de suite, visible de vous uniquement',
  helpTopics: 'les thèmes disponibles',
  helpTopicsAdd: 'crée un thème avec vos propres mots',
  helpStory: 'un sujet en détail',
  helpStorySplit: 'retire d’un sujet ce qui parle d’autre chose',
  helpStoryMerge: 'réunit deux sujets en un seul',
  helpRelated: 'des sujets qui aident à en comprendre un autre ; un lien convient aussi',
  helpSearch: 'des articles par mots, dans toutes les langues',
  helpQueries: 'Recherches et thèmes personnels',
  helpQueryForms:
    'Les deux mots : {and}. L’un des deux : {or}. Sans : {not}. À la suite : {phrase}. Entre parenthèses : {group}. Aussi par {facts}.',
  helpSources: 'd’où viennent les informations, et comment se porte chaque source',
  helpSourcesAdd: 'ajoute un site de votre choix',
  helpSourcesImport: 'reprend les sources d’un fichier OPML venu d’un autre lecteur',
  helpSourcesExport: 'toutes les sources en fichier OPML',
  helpHelp: 'cette page',

  // What went wrong
  errorUnknown: 'Cela n’a pas fonctionné, et c’est notre faute. Le problème est consigné ; veuillez réessayer.',
  errorManage: 'Il faut pour cela la permission *Gérer le serveur*.',
  errorServerOnly: 'Cela fonctionne sur un serveur, pas en message privé.',
  errorTimes:
    '« {typed} » n’est pas une heure. Indiquez par exemple « 07:00 », « 07:00, 18:30 » ou « toutes les 2 heures ».',
  errorTooManyTimes: 'Cela fait plus de 12 fois par jour. Indiquez au plus 12 horaires, ou « toutes les 2 heures ».',
  errorInterval: 'L’intervalle doit aller de 5 minutes à 24 heures : par exemple « toutes les 30 minutes ».',
  errorZone:
    '« {typed} » n’est pas un fuseau horaire connu. {suggestion, select, none {Indiquez par exemple Europe/Paris ou Asia/Seoul.} other {Vouliez-vous dire {suggestion} ?}}',
  errorZoneOffset:
    '« {typed} » ne dit pas quand on change d’heure. Indiquez le nom d’un fuseau horaire, par exemple {zone}.',
  errorTopic:
    'Il n’y a pas ici de thème « {typed} ». {suggestion, select, none {{command} en donne la liste.} other {Vouliez-vous dire « {suggestion} » ?}}',
  errorQuery:
    '{fault, select, tooMuch {C’est trop à la fois. Une requête compte au plus 1 000 caractères, 60 mots et 8 parenthèses imbriquées.} onlyNot {{near} ne fait qu’exclure. Indiquez aussi ce qu’il faut chercher.} partner {Caractère {at} : {near} n’est pas refermé ou pas ouvert. Complétez le guillemet ou la parenthèse, ou retirez-le.} field {Caractère {at} : {near} n’existe pas. Il y a source:, lang:, country: et topic:. Pour chercher le texte tel quel, mettez-le entre guillemets.} value {Caractère {at} : {near} demande un mot juste après les deux-points.} topic {Caractère {at} : « {near} » n’est pas un thème. Indiquez son nom, par exemple topic:sport.} lang {Caractère {at} : « {near} » n’est pas une langue. Indiquez son code, par exemple lang:fr.} country {Caractère {at} : « {near} » n’est pas un pays. Indiquez ses deux lettres, par exemple country:FR.} other {Caractère {at} : il faut un mot après {near}, et aussi avant pour AND et OR.}}',
  errorTopicName: 'Le nom d’un thème compte de 2 à 40 caractères, sans virgule.',
  errorTopicExists: 'Il existe déjà un thème **{name}**. Choisissez un autre nom.',
  errorTopicUsed: '{channel} reçoit encore **{name}**. Mettez d’abord fin à ce bulletin avec {command}.',
  errorTopicsTooMany: 'Pas plus de 30 thèmes propres à un serveur. Supprimez-en un d’abord.',
  errorChannelKind: '{channel} ne peut pas accueillir de bulletin. Choisissez un salon textuel ou un salon d’annonces.',
  errorPermissions:
    'Tidings ne peut pas publier dans {channel}. Il lui manque : {missing}. Complétez ses permissions dans ce salon, puis réessayez.',
  errorSubscription:
    'Aucun bulletin de ce serveur ne s’appelle « {typed} ». Choisissez-en un dans la liste qui s’affiche pendant la saisie.',
  errorStory:
    'Aucun sujet trouvé pour « {typed} ». Choisissez-en un dans la liste qui s’affiche pendant la saisie, ou essayez {command}.',
  errorLink: 'Aucun article ne correspond ici à ce lien. On ne connaît que ce qu’ont publié les sources de ce serveur.',
  errorSplitOne: 'Ce sujet n’a qu’un article original : il n’y a rien à séparer.',
  errorSplitAll: 'Un article au moins doit rester, et un partir. Choisissez autrement.',
  errorMergeSame: 'Ces deux sujets n’en font déjà qu’un.',
  errorPage: 'Cette page n’a pas pu être lue : {reason}. Vérifiez le lien ou tapez des mots d’un titre.',
  errorSource:
    'Aucune source ne s’appelle ici « {typed} ». Choisissez-en une dans la liste qui s’affiche pendant la saisie.',
  errorSourceUrl:
    '« {typed} » n’est pas une adresse web. Indiquez un site comme lemonde.fr ou collez l’adresse d’un flux.',
  errorSourceUnreadable: 'Impossible d’y lire un flux : {reason}',
  errorSourcesTooMany: 'Pas plus de 500 sources propres à un serveur. Retirez-en une d’abord.',
  errorSourceNone:
    'Aucune source trouvée sur {site}, ni indiquée dans la page ni aux adresses habituelles. Cherchez-y un lien nommé RSS ou Flux et collez ici son adresse.',
  errorFileTooLarge: 'Ce fichier est trop volumineux : 2 Mo au plus.',
  errorFileNoList:
    'Ce fichier n’est pas une liste de sources. Exportez-en une au format OPML depuis votre lecteur, puis réessayez.',
  errorFileTooMany: 'Ce fichier contient plus de 2000 entrées. Divisez-le et importez les parties l’une après l’autre.',
  errorFileEmpty: 'Ce fichier ne contient aucune source.',
  errorFileGone: 'Ce fichier n’a pas pu être récupéré auprès de Discord. Joignez-le de nouveau.',
  errorOffer: 'Ce choix n’est plus possible. Utilisez de nouveau {command}.',
  errorWords: 'Indiquez au moins un mot à chercher.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Voir le salon',
  permissionSendMessages: 'Envoyer des messages',
  permissionEmbedLinks: 'Intégrer des liens',
};
