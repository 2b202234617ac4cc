import type { Messages } from './en.ts';

/** Spanish. A briefing is a «boletín», a story a «noticia»; nobody is addressed with tú or usted. */
export const es: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Boletín de la mañana',
  editionMidday: 'Boletín del mediodía',
  editionEvening: 'Boletín de la tarde',
  editionNight: 'Boletín de la noche',
  briefingCounts:
    '{stories, plural, one {# noticia} other {# noticias}} a partir de {articles, plural, one {# artículo} other {# artículos}} de {sources, plural, one {# fuente} other {# fuentes}}',
  topStories: 'Lo más destacado',
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins: '{count, plural, one {# fuente independiente} other {# fuentes independientes}}',
  storyNews: 'Novedades desde la última vez ({since}): {headline}',
  noticeExtractive:
    'Compuesto con frases de los originales enlazados. Pueden haber cambiado desde entonces: conviene comprobarlos.',
  readFullBrief: 'Leer una noticia a fondo',
  related: 'Noticias relacionadas',
  sources: 'Fuentes',
  briefingEmpty: '{topics}: sin novedades en el último día y medio.',
  briefingEmptyHint: 'Con {command} se encuentran otros temas; también puede haber novedades más tarde.',

  // A full brief
  keyPoints: 'Lo que dicen las fuentes',
  sourcesHeading: 'Fuentes',
  sourceCopies: 'repite la fuente {number}',
  relatedHeading: 'Noticias relacionadas',
  relatedNone: 'Todavía no hay aquí otra noticia cercana a esta.',
  briefNoticeExtractive:
    'Cómo se ha hecho: {sentences, plural, one {# frase, citada de la fuente numerada} other {# frases, cada una citada de la fuente numerada}}. No se ha generado ningún texto. Los originales cambian: conviene comprobarlos.',
  briefHeadlineOnly: 'Por ahora, las fuentes no dicen más que sus titulares.',
  storyGone: 'Esa noticia ya no se conserva. {command} encuentra otras más recientes.',

  // Subscribing
  subscribed: '{channel} recibe **{topics}** {when}. Idioma: {language}. Próximo boletín: {next}.',
  subscribedReplaced:
    'Cambio hecho: {channel} recibe ahora **{topics}** {when}. Idioma: {language}. Próximo boletín: {next}.',
  whenTimes: '{days} a las {times} ({zone})',
  whenInterval: '{interval}, si hay novedades',
  everyMinutes: 'cada {minutes, plural, one {minuto} other {# minutos}}',
  everyHours: 'cada {hours, plural, one {hora} other {# horas}}',
  everyDay: 'todos los días',
  workdays: 'de lunes a viernes',
  weekend: 'los sábados y domingos',
  preview: 'Vista previa',
  undo: 'Deshacer',
  undone: 'Deshecho: {channel} ya no recibe **{topics}**.',
  unsubscribed: '{channel} ya no recibe **{topics}**.',
  unsubscribedAlready: 'Ese boletín ya se había eliminado.',
  subscriptionsTitle: 'Boletines de este servidor',
  subscriptionsNone: 'Ningún canal recibe todavía un boletín. {command} pone uno en marcha.',
  subscriptionLine: '{channel} · **{topics}** · {when}. Idioma: {language}. Próximo boletín: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · en pausa: {reason}',
  pausedNoChannel: 'el canal se ha eliminado',
  pausedNoAccess: 'Tidings no puede publicar ahí. Hay que permitírselo y usar {command} de nuevo',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Temas',
  topicsOwn: 'Temas propios de este servidor',
  topicsOwnNone: 'Todavía ninguno. {command} crea uno con las palabras que se elijan.',
  topicAdded:
    'Tema añadido: **{name}**. Reúne todas las noticias que responden a {words}. En la última semana: {count, plural, =0 {ninguna por ahora} one {# noticia} other {# noticias}}.',
  topicRemoved: 'Tema eliminado: **{name}**.',
  topicShown:
    '**{name}** reúne todas las noticias que responden a {words}. En la última semana: {count, plural, =0 {ninguna} one {# noticia} other {# noticias}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {ninguna noticia} one {# noticia} other {# noticias}} en la última semana.',

  // Sources
  sourcesTitle: '{count, plural, one {# fuente} other {# fuentes}}',
  sourcesPage: 'Página {page} de {pages}',
  sourcesHealth: '{healthy} en orden, {failing} con fallos, {fresh} sin leer todavía',
  sourceHealthy: 'leída {when}',
  sourceFailing: 'con fallos: {reason}',
  sourceNew: 'sin leer todavía',
  feedAddress: 'solo se leen direcciones web públicas',
  feedHost: 'no hay ningún servidor con ese nombre',
  feedCertificate: 'el certificado del servidor no es válido',
  feedNetwork: 'ha fallado la conexión con el servidor',
  feedTimeout: 'el servidor ha tardado demasiado',
  feedTooLarge: 'el contenido es demasiado grande',
  feedRedirects: 'la dirección redirige demasiadas veces',
  feedWebPage: 'es una página web. Conviene buscar en ella un enlace llamado RSS o Feed',
  feedNone: 'ahí no hay ningún feed',
  feedEmpty: 'la respuesta está vacía',
  feedMissing: 'no hay nada en esa dirección (error {status})',
  feedTooOften: 'se ha preguntado al servidor demasiadas veces (error {status})',
  feedServer: 'el servidor tiene un problema (error {status})',
  feedForbidden: 'el servidor no permite la lectura (error {status})',
  feedOther: 'algo ha fallado durante la lectura',
  sourceAdded:
    'Fuente añadida: **{title}**. {count, plural, =0 {Ahora no contiene ningún artículo.} one {Ahora contiene # artículo:} other {Ahora contiene # artículos, por ejemplo:}} {example}',
  sourceKnown: '**{title}** ya está entre las fuentes.',
  sourceRemoved: 'Fuente retirada de este servidor: **{title}**.',
  sourcesNone: 'Ninguna fuente coincide.',
  sourceSlow: 'leída {when}, pero tarda en responder',
  sourceBlocked: 'bloqueada por el sitio: {reason}',
  sourceGone: 'desaparecida para siempre',
  sourceHeld: 'retenida: de pronto, mucho más de lo habitual',
  sourcesFound: 'En {site} hay varias fuentes. ¿Cuáles se añaden?',
  sourcesChoose: 'Elegir fuentes',
  sourceHolds: '{count, plural, =0 {ningún artículo} one {# artículo} other {# artículos}}',
  sourcesAdded: '{count, plural, one {# fuente añadida} other {# fuentes añadidas}}: {titles}',
  sourcesAddedNone: 'No se ha añadido nada: ya estaban todas.',
  topicSources: 'todo lo de {count, plural, one {# fuente} other {# fuentes}}',
  importChecking: 'Probando las fuentes nuevas: {done} de {count}',
  importCounts: 'Nuevas: {fresh}. Ya estaban: {known}. No se pueden leer: {failed}.',
  importUnchecked: 'No ha dado tiempo a probar {count} de las nuevas. Se añaden de todos modos.',
  importUnusable: 'Descartadas por no tener dirección web: {count}.',
  importFailed: 'No se pueden leer',
  importTopics: 'Las carpetas pasan a ser temas: {topics}.',
  importAdd: 'Añadir {count, plural, one {# fuente} other {# fuentes}}',
  exported: 'Las fuentes de este servidor en un archivo OPML, que también aceptan otros lectores.',
  next: 'Siguiente',
  previous: 'Anterior',

  // Notices
  noticeTitle: 'Fuentes de {server}',
  noticeDied: 'Ya no se pueden leer',
  noticeDiedHint: 'Se siguen probando de vez en cuando. Si alguna vuelve a funcionar, llegará un aviso.',
  noticeRecovered: 'Se pueden leer de nuevo',
  noticeHeldTitle: 'Mucho más de lo habitual',
  noticeHeld:
    '**{title}** tiene de pronto {count, plural, one {# artículo nuevo} other {# artículos nuevos}}. Quizá el sitio solo haya dado direcciones nuevas a artículos viejos. Están retenidos; si no se dejan pasar, quedarán fuera de los boletines a partir de este momento: {when}.',
  letThrough: 'Dejar pasar',
  keepBack: 'Retener',
  heldLetThrough: '**{title}**: se han dejado pasar.',
  heldKeptBack: '**{title}**: se han retenido.',
  heldDecided: '**{title}**: ya está decidido.',
  noticeFooter: 'Se envía a quien configuró Tidings allí, como mucho una vez al día; las preguntas, antes.',

  // Finding
  searchTitle: 'Resultados de «{words}»',
  searchNone:
    'Sin resultados de «{words}» en {days, plural, one {el último día} other {los últimos # días}}. Con menos palabras, o más cortas, se encuentra más.',
  relatedTitle: 'En relación con «{headline}»',

  // Why a story stands where it does, and what moderators do about stories
  why: 'Por qué',
  whyTitle: 'Por qué «{headline}»',
  whyRanks: 'Por qué está en este puesto',
  whyCountries: '{count, plural, one {# país} other {# países}}',
  whyKinds: 'el tipo de fuentes',
  whyGrowth:
    '{count, plural, one {# fuente más en las últimas seis horas} other {# fuentes más en las últimas seis horas}}',
  whyKilled: '{count, plural, one {# persona muerta, según las fuentes} other {# personas muertas, según las fuentes}}',
  whyHurt: '{count, plural, one {# persona herida, según las fuentes} other {# personas heridas, según las fuentes}}',
  whyMoney: 'sumas de unos {amount}',
  whyMagnitude: 'magnitud {amount}',
  whyFresh: 'última noticia {when}; las copias nunca cuentan',
  whyTogether: 'Por qué estos artículos van juntos',
  whyNames: 'Nombres: {list}',
  whyPlaces: 'Países: {list}',
  whyFigures: 'Cifras: {list}',
  whyWords: 'Palabras: {list}',
  whyAlone: 'Por ahora solo hay un artículo propio.',
  whyNothing: 'No comparten ningún nombre, cifra ni palabra poco común. Lo que se parece son los textos enteros.',
  whyUpdates: 'Cómo siguió',
  updateOrigin: 'también lo cuenta {outlet}',
  updateFigures: 'cifras nuevas: {list}',
  updateNames: 'nombres nuevos: {list}',
  updateMerged: 'se le unió otra noticia: {headline}',
  updateSplit: 'se separó una noticia: {headline}',
  phaseBreaking: 'Última hora',
  phaseDeveloping: 'En desarrollo',
  phaseSustained: 'Continúa',
  phaseFading: 'Se apaga',
  phaseClosed: 'Cerrada',
  storyBegan: 'empezó {when}',
  splitChoose: '¿Cuáles de estos artículos tratan de otra cosa? Pasarán a ser una noticia aparte.',
  splitPlaceholder: 'Elegir artículos',
  splitDone:
    'Hecho. {count, plural, one {# artículo es} other {# artículos son}} ahora una noticia aparte: **{headline}**. Los artículos que lleguen lo tendrán en cuenta.',
  mergeDone:
    'Hecho. Las dos son ahora una sola noticia: **{headline}**. Los artículos que lleguen lo tendrán en cuenta.',
  labelWaiting:
    'Anotado. Todos los servidores comparten las noticias: esta cambiará en cuanto un segundo servidor diga lo mismo.',
  relatedAbout: 'también sobre {shared}',
  relatedWords: 'también: {shared}',
  relatedPlaces: 'también en {places}',
  relatedDays: '{count, plural, one {# día} other {# días}} {when, select, later {después} other {antes}}',
  relatedWeeks: '{count, plural, one {# semana} other {# semanas}} {when, select, later {después} other {antes}}',
  relatedMonths: '{count, plural, one {# mes} other {# meses}} {when, select, later {después} other {antes}}',
  pageUnknown: 'Ninguna fuente de aquí ha contado todavía **{title}**. Estas noticias ayudan a entenderlo.',
  pageAlone:
    'Ninguna fuente de aquí ha contado todavía **{title}**, y ninguna noticia se le parece. Inténtalo más tarde.',
  pagePlaced: '**{title}** trata de esta noticia.',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'Boletines de noticias para este servidor: qué ha pasado y quién lo cuenta, con enlaces a los originales.',
  helpReading: 'Leer',
  helpManaging: 'Para quienes gestionan el servidor',
  helpFooter:
    'Estas respuestas solo las ve quien pregunta. Los boletines se publican en los canales que los han pedido.',
  helpSubscribe: 'un canal recibe un boletín, a las horas y sobre los temas que se elijan',
  helpUnsubscribe: 'pone fin a un boletín',
  helpSubscriptions: 'qué recibe este servidor y cuándo la próxima vez',
  helpBriefing: 'un boletín ahora mismo, solo para quien lo pide',
  helpTopics: 'los temas que hay',
  helpTopicsAdd: 'crea un tema con palabras propias',
  helpStory: 'una noticia a fondo',
  helpStorySplit: 'saca de una noticia lo que trata de otra cosa',
  helpStoryMerge: 'hace una noticia de dos',
  helpRelated: 'noticias que ayudan a entender otra; también sirve un enlace',
  helpSearch: 'artículos por palabras, en cualquier idioma',
  helpQueries: 'Búsquedas y temas propios',
  helpQueryForms:
    'Las dos palabras: {and}. Una de ellas: {or}. Sin: {not}. Seguidas: {phrase}. Entre paréntesis: {group}. También por {facts}.',
  helpSources: 'de dónde vienen las noticias y cómo está cada fuente',
  helpSourcesAdd: 'añade un sitio a elección',
  helpSourcesImport: 'incorpora las fuentes de un archivo OPML de otro lector',
  helpSourcesExport: 'todas las fuentes en un archivo OPML',
  helpHelp: 'esta página',

  // What went wrong
  errorUnknown: 'No ha funcionado, y la culpa es nuestra. El fallo ha quedado anotado; se puede volver a intentar.',
  errorManage: 'Para eso hace falta el permiso *Gestionar servidor*.',
  errorServerOnly: 'Eso funciona en un servidor, no en los mensajes directos.',
  errorTimes:
    '«{typed}» no es una hora del día. Se puede escribir «07:00», «07:00, 18:30» o «cada 2 horas», por ejemplo.',
  errorTooManyTimes: 'Son más de 12 veces al día. Se admiten hasta 12 horarios, o «cada 2 horas».',
  errorInterval: 'El intervalo puede ir de 5 minutos a 24 horas: por ejemplo, «cada 30 minutos».',
  errorZone:
    '«{typed}» no es una zona horaria conocida. {suggestion, select, none {Sirve, por ejemplo, Europe/Madrid o America/Bogota.} other {¿Quizás {suggestion}?}}',
  errorZoneOffset:
    '«{typed}» no indica cuándo cambia la hora. Hace falta el nombre de una zona horaria, por ejemplo {zone}.',
  errorTopic:
    'Aquí no hay ningún tema «{typed}». {suggestion, select, none {{command} los muestra todos.} other {¿Quizás «{suggestion}»?}}',
  errorQuery:
    '{fault, select, tooMuch {Es demasiado de una vez. Una búsqueda tiene como máximo 1.000 caracteres, 60 palabras y 8 paréntesis anidados.} onlyNot {{near} solo excluye. Falta decir qué buscar.} partner {Carácter {at}: a {near} le falta su pareja. Hay que cerrar las comillas o el paréntesis, o quitarlos.} field {Carácter {at}: no existe {near}. Existen source:, lang:, country: y topic:. Para buscar el texto tal cual, va entre comillas.} value {Carácter {at}: {near} necesita una palabra justo después de los dos puntos.} topic {Carácter {at}: «{near}» no es un tema. Se escribe su nombre, como en topic:deportes.} lang {Carácter {at}: «{near}» no es un idioma. Se escribe su código, como en lang:es.} country {Carácter {at}: «{near}» no es un país. Se escriben sus dos letras, como en country:ES.} other {Carácter {at}: después de {near} hace falta una palabra, y con AND y OR también antes.}}',
  errorTopicName: 'El nombre de un tema tiene de 2 a 40 caracteres y ninguna coma.',
  errorTopicExists: 'Ya existe un tema llamado **{name}**. Hay que elegir otro nombre.',
  errorTopicUsed: '{channel} todavía recibe **{name}**. Antes hay que poner fin a ese boletín con {command}.',
  errorTopicsTooMany: 'No caben más de 30 temas propios. Antes hay que quitar uno.',
  errorChannelKind: '{channel} no admite boletines. Hay que elegir un canal de texto o de anuncios.',
  errorPermissions:
    'Tidings no puede publicar en {channel}. Le falta: {missing}. Hay que ajustar sus permisos en ese canal e intentarlo de nuevo.',
  errorSubscription:
    'Ningún boletín de este servidor se llama «{typed}». Conviene elegir uno de la lista que aparece al escribir.',
  errorStory:
    'No se encontró ninguna noticia para «{typed}». Conviene elegir una de la lista que aparece al escribir, o probar con {command}.',
  errorLink:
    'Ningún artículo de aquí tiene ese enlace. Solo se conoce lo que han publicado las fuentes de este servidor.',
  errorSplitOne: 'Esa noticia solo tiene un artículo propio: no hay nada que separar.',
  errorSplitAll: 'Al menos un artículo tiene que quedarse y otro salir. Elige de otra manera.',
  errorMergeSame: 'Esas dos ya son una sola noticia.',
  errorPage: 'No se pudo leer esa página: {reason}. Comprueba el enlace o escribe palabras de un titular.',
  errorSource: 'Ninguna fuente de aquí se llama «{typed}». Conviene elegir una de la lista que aparece al escribir.',
  errorSourceUrl:
    '«{typed}» no es una dirección web. Hay que escribir un sitio como elpais.com o pegar la dirección de un feed.',
  errorSourceUnreadable: 'No se ha podido leer como feed: {reason}',
  errorSourcesTooMany: 'No caben más de 500 fuentes propias. Antes hay que quitar una.',
  errorSourceNone:
    'No se ha encontrado ninguna fuente en {site}, ni indicada en la página ni en las direcciones habituales. Hay que buscar allí un enlace llamado RSS o Feed y pegar aquí su dirección.',
  errorFileTooLarge: 'El archivo es demasiado grande: 2 MB como máximo.',
  errorFileNoList:
    'El archivo no es una lista de fuentes. Hay que exportar una en formato OPML desde el lector habitual e intentarlo de nuevo.',
  errorFileTooMany: 'El archivo tiene más de 2000 entradas. Hay que dividirlo e importar las partes una tras otra.',
  errorFileEmpty: 'El archivo no contiene ninguna fuente.',
  errorFileGone: 'No se ha podido obtener el archivo de Discord. Hay que adjuntarlo de nuevo.',
  errorOffer: 'Esta elección ya no es posible. Hay que usar {command} otra vez.',
  errorWords: 'Hace falta al menos una palabra para buscar.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Ver canal',
  permissionSendMessages: 'Enviar mensajes',
  permissionEmbedLinks: 'Insertar enlaces',
};
