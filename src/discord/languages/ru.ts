import type { Messages } from './en.ts';

/** Russian. A briefing is a «сводка», a story a «новость». Values stand where they need no case: after a colon or in «ёлочки». */
export const ru: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Утренняя сводка',
  editionMidday: 'Дневная сводка',
  editionEvening: 'Вечерняя сводка',
  editionNight: 'Ночная сводка',
  briefingCounts:
    '{stories, plural, one {# новость} few {# новости} many {# новостей} other {# новости}} из {articles, plural, one {# статьи} few {# статей} many {# статей} other {# статьи}}, {sources, plural, one {# источник} few {# источника} many {# источников} other {# источника}}',
  topStories: 'Главное',
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins:
    '{count, plural, one {# независимый источник} few {# независимых источника} many {# независимых источников} other {# независимого источника}}',
  storyNews: 'Новое с прошлого раза ({since}): {headline}',
  noticeExtractive:
    'Составлено из предложений оригиналов, на которые ведут ссылки. Они могли измениться: пожалуйста, сверяйтесь с ними.',
  noticeRewritten:
    'Составлено по оригиналам, на которые ведут ссылки. Часть предложений пересказала языковая модель; каждое из них сверено с источниками. Возможны ошибки: пожалуйста, читайте оригиналы.',
  corrected: '**Исправлено {when}.** В источнике «{outlet}» больше нет слов: {text}',
  readFullBrief: 'Подробнее о новости',
  related: 'По теме',
  sources: 'Источники',
  briefingEmpty: '{topics}: за последние полтора дня ничего нового.',
  briefingEmptyHint: 'Другие темы покажет {command}; или загляните позже.',

  // A full brief
  sectionHappened: 'Что произошло',
  sectionReactions: 'Реакция',
  sectionCounterview: 'Другой взгляд',
  sectionBackground: 'Предыстория',
  sectionOutlook: 'Что дальше',
  sectionUnknown: 'Что пока неизвестно',
  disagreementsHeading: 'В чём источники расходятся',
  figuresHeading: 'В цифрах',
  quotationsHeading: 'Прямая речь',
  timelineHeading: 'Хронология',
  inQuotes: '«{text}»',
  inLanguage: '({language})',
  sourcesHeading: 'Источники',
  sourceCopies: 'повторяет источник {number}',
  relatedHeading: 'По теме',
  relatedNone: 'Других близких новостей здесь пока нет.',
  briefNoticeExtractive:
    'Как это сделано: {sentences, plural, =1 {# предложение — цитата} one {# предложение, каждое — цитата} few {# предложения, каждое — цитата} many {# предложений, каждое — цитата} other {# предложения, каждое — цитата}} из источника с указанным номером. Текст не генерировался. Оригиналы меняются: пожалуйста, сверяйтесь с ними.',
  briefNoticeModel:
    'Как это сделано: {sentences, plural, one {# предложение} few {# предложения} many {# предложений} other {# предложения}}; из них дословно процитировано: {quoted, number}, пересказано моделью {model} и сверено с источниками: {rewritten, number}. Возможны ошибки: пожалуйста, читайте оригиналы.',
  briefHeadlineOnly: 'Источники пока сообщают не больше, чем сказано в заголовках.',
  showReceipts: 'Показать слова источников',
  receiptsTitle: 'Откуда это предложение',
  receiptRewritten: 'Пересказано моделью {model}. В источниках сказано:',
  receiptAlso: 'То же: {outlets}',
  receiptGone:
    'С тех пор текст переписан, и этого предложения в нём больше нет. Откройте его снова, чтобы прочитать нынешний вариант.',
  storyGone: 'Эта новость больше не хранится. Более свежие найдёт {command}.',

  // Subscribing
  subscribed: 'Сводка «**{topics}**» будет выходить в {channel} {when}. Язык: {language}. Следующая: {next}.',
  subscribedReplaced:
    'Изменено: теперь сводка «**{topics}**» будет выходить в {channel} {when}. Язык: {language}. Следующая: {next}.',
  whenTimes: '{days} в {times} ({zone})',
  whenInterval: '{interval}, если есть новое',
  everyMinutes:
    '{minutes, plural, one {каждые # минуту} few {каждые # минуты} many {каждые # минут} other {каждые # минуты}}',
  everyHours:
    '{hours, plural, =1 {каждый час} one {каждые # час} few {каждые # часа} many {каждые # часов} other {каждые # часа}}',
  everyDay: 'ежедневно',
  workdays: 'с понедельника по пятницу',
  weekend: 'по субботам и воскресеньям',
  preview: 'Предпросмотр',
  undo: 'Отменить',
  undone: 'Отменено: сводка «**{topics}**» больше не выходит в {channel}.',
  unsubscribed: 'Сводка «**{topics}**» больше не выходит в {channel}.',
  unsubscribedAlready: 'Эта сводка уже была удалена.',
  subscriptionsTitle: 'Сводки этого сервера',
  subscriptionsNone: 'Сводок пока нет ни в одном канале. Настроить первую поможет {command}.',
  subscriptionLine: '{channel} · **{topics}** · {when}. Язык: {language}. Следующая: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · приостановлена: {reason}',
  pausedNoChannel: 'канал удалён',
  pausedNoAccess: 'Tidings не может публиковать там сообщения. Как только это разрешат, всё продолжится само',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Темы',
  topicsOwn: 'Собственные темы этого сервера',
  topicsOwnNone: 'Пока ни одной. {command} создаст тему из выбранных вами слов.',
  topicAdded:
    'Тема **{name}** добавлена. В неё попадают все новости, подходящие под {words}. За последнюю неделю: {count, plural, =0 {пока ни одной} one {# новость} few {# новости} many {# новостей} other {# новости}}.',
  topicRemoved: 'Тема **{name}** удалена.',
  topicShown:
    'В тему **{name}** попадают все новости, подходящие под {words}. За последнюю неделю: {count, plural, =0 {ни одной} one {# новость} few {# новости} many {# новостей} other {# новости}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {ни одной новости} one {# новость} few {# новости} many {# новостей} other {# новости}} за последнюю неделю.',

  // Sources
  sourcesTitle: '{count, plural, one {# источник} few {# источника} many {# источников} other {# источника}}',
  pageOf: 'Страница {page} из {pages}',
  sourcesHealth: 'В порядке: {healthy}, с ошибками: {failing}, ещё не прочитано: {fresh}',
  sourceHealthy: 'прочитан {when}',
  sourceFailing: 'ошибка: {reason}',
  sourceNew: 'ещё не прочитан',
  feedAddress: 'читаются только общедоступные веб-адреса',
  feedHost: 'сервера с таким именем нет',
  feedCertificate: 'сертификат сервера недействителен',
  feedNetwork: 'не удалось соединиться с сервером',
  feedTimeout: 'сервер слишком долго не отвечал',
  feedTooLarge: 'слишком большой объём',
  feedRedirects: 'слишком много перенаправлений',
  feedWebPage: 'это веб-страница. Поищите на ней ссылку RSS',
  feedNone: 'по этому адресу нет RSS-ленты',
  feedEmpty: 'ответ пуст',
  feedMissing: 'по этому адресу ничего нет (ошибка {status})',
  feedTooOften: 'слишком частые запросы к серверу (ошибка {status})',
  feedServer: 'на сервере неполадки (ошибка {status})',
  feedForbidden: 'сервер не разрешает чтение (ошибка {status})',
  feedOther: 'при чтении что-то пошло не так',
  sourceAdded:
    'Источник **{title}** добавлен. {count, plural, =0 {Статей в нём сейчас нет.} =1 {Сейчас в нём # статья:} one {Сейчас в нём # статья, например:} few {Сейчас в нём # статьи, например:} many {Сейчас в нём # статей, например:} other {Сейчас в нём # статьи, например:}} {example}',
  sourceKnown: 'Источник **{title}** здесь уже есть.',
  sourceRemoved: 'Источник **{title}** убран с этого сервера.',
  sourcesNone: 'Подходящих источников нет.',
  sourceSlow: 'прочитан {when}, но отвечает медленно',
  sourceBlocked: 'сайт не пускает: {reason}',
  sourceGone: 'закрыт навсегда',
  sourceHeld: 'придержан: вдруг намного больше обычного',
  sourcesFound: 'На {site} нашлось несколько источников. Какие добавить?',
  sourcesChoose: 'Выбрать источники',
  sourceHolds: '{count, plural, =0 {нет статей} one {# статья} few {# статьи} many {# статей} other {# статьи}}',
  sourcesAdded:
    '{count, plural, one {Добавлен # источник} few {Добавлены # источника} many {Добавлено # источников} other {Добавлено # источника}}: {titles}',
  sourcesAddedNone: 'Ничего не добавлено: все они здесь уже есть.',
  topicSources: 'всё из {count, plural, one {# источника} few {# источников} many {# источников} other {# источника}}',
  importChecking: 'Проверяются новые источники: {done} из {count}',
  importCounts: 'Новых: {fresh}. Уже есть: {known}. Не читаются: {failed}.',
  importUnchecked: 'На проверку {count} из новых не хватило времени. Они всё равно будут добавлены.',
  importUnusable: 'Пропущены, потому что у них нет веб-адреса: {count}.',
  importFailed: 'Не читаются',
  importTopics: 'Папки станут темами: {topics}.',
  importAdd: 'Добавить {count, plural, one {# источник} few {# источника} many {# источников} other {# источника}}',
  exported: 'Источники этого сервера в файле OPML, который понимают и другие программы для чтения.',
  next: 'Вперёд',
  previous: 'Назад',

  // Notices
  noticeTitle: 'Источники сервера {server}',
  noticeTitlePaused: 'Сводки сервера {server}',
  noticePaused: 'Сводки приостановлены',
  noticeDied: 'Больше не читаются',
  noticeDiedHint: 'Время от времени они проверяются. Если какой-то заработает, придёт сообщение.',
  noticeRecovered: 'Снова читаются',
  noticeHeldTitle: 'Намного больше обычного',
  noticeHeld:
    'В источнике **{title}** вдруг {count, plural, one {# новая статья} few {# новые статьи} many {# новых статей} other {# новой статьи}}. Возможно, сайт лишь дал старым статьям новые адреса. Они придержаны; если их не пропустить, в сводки они не попадут. Срок: {when}.',
  letThrough: 'Пропустить',
  keepBack: 'Не пропускать',
  heldLetThrough: '**{title}**: пропущены.',
  heldKeptBack: '**{title}**: не пропущены.',
  heldDecided: '**{title}**: это уже решено.',
  noticeFooter: 'Приходит тем, кто настроил там Tidings, не чаще раза в день; вопросы — раньше.',

  // Finding
  searchTitle: 'Найдено по запросу «{words}»',
  searchNone:
    'По запросу «{words}» {days, plural, =1 {за последние сутки} one {за последний # день} few {за последние # дня} many {за последние # дней} other {за последние # дня}} ничего не найдено. Чем меньше слов и чем они короче, тем больше найдётся.',
  relatedTitle: 'По теме «{headline}»',

  // Why a story stands where it does, and what moderators do about stories
  why: 'Почему',
  whyTitle: 'Почему «{headline}»',
  whyRanks: 'Почему новость на этом месте',
  whyCountries: '{count, plural, one {# страна} few {# страны} many {# стран} other {# страны}}',
  whyKinds: 'род источников',
  whyGrowth:
    '{count, plural, one {ещё # источник за шесть часов} few {ещё # источника за шесть часов} many {ещё # источников за шесть часов} other {ещё # источника за шесть часов}}',
  whyKilled:
    '{count, plural, one {сообщают о # погибшем} few {сообщают о # погибших} many {сообщают о # погибших} other {сообщают о # погибших}}',
  whyHurt:
    '{count, plural, one {сообщают о # пострадавшем} few {сообщают о # пострадавших} many {сообщают о # пострадавших} other {сообщают о # пострадавших}}',
  whyMoney: 'суммы около {amount}',
  whyMagnitude: 'магнитуда {amount}',
  whyFresh: 'последнее сообщение {when}; перепечатки не считаются',
  whyTogether: 'Почему эти статьи вместе',
  whyNames: 'Имена: {list}',
  whyPlaces: 'Страны: {list}',
  whyFigures: 'Цифры: {list}',
  whyWords: 'Слова: {list}',
  whyAlone: 'Пока есть только одно собственное сообщение.',
  whyNothing: 'У них нет общих имён, цифр и редких слов. Похожи тексты в целом.',
  whyUpdates: 'Что было дальше',
  updateOrigin: 'сообщает и {outlet}',
  updateFigures: 'новые цифры: {list}',
  updateNames: 'новые имена: {list}',
  updateMerged: 'присоединена другая новость: {headline}',
  updateSplit: 'отделена новость: {headline}',
  phaseBreaking: 'Срочно',
  phaseDeveloping: 'Развивается',
  phaseSustained: 'Продолжается',
  phaseFading: 'Затихает',
  phaseClosed: 'Завершилась',
  storyBegan: 'началось {when}',
  splitChoose: 'Какие из этих статей о другом? Они станут отдельной новостью.',
  splitPlaceholder: 'Выбрать статьи',
  splitDone:
    'Готово. {count, plural, one {# статья теперь отдельная новость} few {# статьи теперь отдельная новость} many {# статей теперь отдельная новость} other {# статьи теперь отдельная новость}}: **{headline}**. Следующие статьи это учтут.',
  mergeDone: 'Готово. Теперь это одна новость: **{headline}**. Следующие статьи это учтут.',
  labelWaiting:
    'Записано. Новости здесь общие для всех серверов: эта изменится, как только то же скажет второй сервер.',
  relatedAbout: 'та же тема: {shared}',
  relatedWords: 'общие слова: {shared}',
  relatedPlaces: 'то же место: {places}',
  relatedDays:
    '{when, select, later {позже} other {раньше}} на {count, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  relatedWeeks:
    '{when, select, later {позже} other {раньше}} на {count, plural, one {# неделю} few {# недели} many {# недель} other {# недели}}',
  relatedMonths:
    '{when, select, later {позже} other {раньше}} на {count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
  pageUnknown: 'Здешние источники пока не сообщали о таком: **{title}**. Понять помогут эти новости.',
  pageAlone: 'Здешние источники пока не сообщали о таком: **{title}**. Близких новостей тоже нет. Попробуйте позже.',
  pagePlaced: '**{title}**: это о следующей новости.',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'Сводки новостей для этого сервера: что произошло и кто об этом сообщает, со ссылками на оригиналы.',
  helpReading: 'Чтение',
  helpManaging: 'Для тех, кто управляет сервером',
  helpFooter: 'Эти ответы видите только вы. Сводки публикуются в тех каналах, для которых их настроили.',
  helpSubscribe: 'сводка для канала: в какое время и о чём, решаете вы',
  helpUnsubscribe: 'отключает сводку',
  helpSubscriptions: 'что получает этот сервер и когда в следующий раз',
  helpBriefing: 'сводка прямо сейчас, только для вас',
  helpTopics: 'какие есть темы',
  helpTopicsAdd: 'создаёт тему из ваших слов',
  helpStory: 'подробно об одной новости',
  helpStorySplit: 'отделяет от новости то, что о другом',
  helpStoryMerge: 'делает из двух новостей одну',
  helpRelated: 'новости, которые помогают понять другую; подойдёт и ссылка',
  helpSearch: 'поиск статей по словам, на любом языке',
  helpQueries: 'Поиск и собственные темы',
  helpQueryForms:
    'Оба слова: {and}. Одно из них: {or}. Без: {not}. Подряд: {phrase}. В скобках: {group}. А также {facts}.',
  helpSources: 'откуда берутся новости и в каком состоянии каждый источник',
  helpSourcesAdd: 'добавляет сайт по вашему выбору',
  helpSourcesImport: 'берёт источники из файла OPML другой программы',
  helpSourcesExport: 'все источники в файле OPML',
  helpHelp: 'эта страница',

  // What went wrong
  errorUnknown: 'Не получилось, и это наша ошибка. Мы её записали; пожалуйста, попробуйте ещё раз.',
  errorManage: 'Для этого нужно право *Управлять сервером*.',
  errorServerOnly: 'Это работает на сервере, но не в личных сообщениях.',
  errorTimes: '«{typed}» — это не время суток. Введите, например, «07:00», «07:00, 18:30» или «каждые 2 часа».',
  errorTooManyTimes: 'Это чаще 12 раз в день. Укажите не больше 12 значений времени или «каждые 2 часа».',
  errorInterval: 'Возможен промежуток от 5 минут до 24 часов, например «каждые 30 минут».',
  errorZone:
    'Часовой пояс «{typed}» неизвестен. {suggestion, select, none {Введите, например, Europe/Moscow или Asia/Yekaterinburg.} other {Может быть, {suggestion}?}}',
  errorZoneOffset: '«{typed}» не говорит, когда переводят часы. Введите название часового пояса, например {zone}.',
  errorTopic:
    'Темы «{typed}» здесь нет. {suggestion, select, none {Все темы покажет {command}.} other {Может быть, «{suggestion}»?}}',
  errorQuery:
    '{fault, select, tooMuch {Это слишком много сразу. В запросе может быть не больше 1000 знаков, 60 слов и 8 вложенных скобок.} onlyNot {{near} только исключает. Укажите и то, что искать.} partner {Знак {at}: у {near} нет пары. Закройте кавычку или скобку либо уберите её.} field {Знак {at}: условия {near} нет. Есть source:, lang:, country: и topic:. Чтобы искать текст как есть, возьмите его в кавычки.} value {Знак {at}: после {near} сразу за двоеточием нужно слово.} topic {Знак {at}: темы «{near}» нет. Укажите её название, например topic:спорт.} lang {Знак {at}: «{near}» — не язык. Укажите его код, например lang:ru.} country {Знак {at}: «{near}» — не страна. Укажите две её буквы, например country:RU.} other {Знак {at}: после {near} нужно слово, а для AND и OR — и перед ними.}}',
  errorTopicName: 'В названии темы должно быть от 2 до 40 знаков, без запятых.',
  errorTopicExists: 'Тема **{name}** уже есть. Выберите другое название.',
  errorTopicUsed: 'Тема **{name}** ещё входит в сводку для {channel}. Сначала отключите эту сводку: {command}.',
  errorTopicsTooMany: 'Собственных тем может быть не больше 30. Сначала удалите одну из них.',
  errorChannelKind: '{channel} не подходит для сводок. Выберите текстовый канал или канал с объявлениями.',
  errorPermissions:
    'Tidings не может публиковать сообщения в {channel}. Не хватает прав: {missing}. Выдайте их Tidings в этом канале и попробуйте ещё раз.',
  errorSubscription: 'На этом сервере нет сводки «{typed}». Выберите её из списка, который появляется при вводе.',
  errorStory:
    'По запросу «{typed}» новостей не найдено. Выберите новость из списка, который появляется при вводе, или попробуйте {command}.',
  errorLink: 'Статьи с такой ссылкой здесь нет. Известно только то, что опубликовали источники этого сервера.',
  errorSplitOne: 'В этой новости только одно собственное сообщение: разделять нечего.',
  errorSplitAll: 'Хотя бы одна статья должна остаться и одна уйти. Выберите иначе.',
  errorMergeSame: 'Это уже одна новость.',
  errorPage: 'Не удалось прочитать эту страницу: {reason}. Проверьте ссылку или введите слова из заголовка.',
  errorSource: 'Источника «{typed}» здесь нет. Выберите его из списка, который появляется при вводе.',
  errorSourceUrl: '«{typed}» — это не веб-адрес. Введите сайт, например tass.ru, или вставьте адрес RSS-ленты.',
  errorSourceUnreadable: 'Не удалось прочитать это как RSS-ленту: {reason}',
  errorSourcesTooMany: 'Собственных источников может быть не больше 500. Сначала уберите один из них.',
  errorSourceNone:
    'На {site} источник не найден: его нет ни на странице, ни по обычным адресам. Найдите там ссылку RSS и вставьте сюда её адрес.',
  errorFileTooLarge: 'Файл слишком большой. Допустимо не больше 2 МБ.',
  errorFileNoList:
    'Этот файл — не список источников. Экспортируйте список в формате OPML из своей программы и попробуйте снова.',
  errorFileTooMany: 'В файле больше 2000 записей. Разделите его и импортируйте части по очереди.',
  errorFileEmpty: 'В этом файле нет ни одного источника.',
  errorFileGone: 'Не удалось получить этот файл из Discord. Прикрепите его ещё раз.',
  errorOffer: 'Этот выбор больше не действует. Используйте {command} ещё раз.',
  errorWords: 'Введите хотя бы одно слово для поиска.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Просматривать канал',
  permissionSendMessages: 'Отправлять сообщения',
  permissionEmbedLinks: 'Встраивать ссылки',
};
