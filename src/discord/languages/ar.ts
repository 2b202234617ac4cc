import type { Messages } from './en.ts';

/** Sentences begin with an Arabic letter (or `\u200f`), so that what comes in does not turn the line around. */
export const ar: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'موجز الصباح',
  editionMidday: 'موجز الظهيرة',
  editionEvening: 'موجز المساء',
  editionNight: 'موجز آخر الليل',
  briefingCounts:
    '{stories, plural, zero {لا أخبار} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}} من {articles, plural, zero {# مقال} one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}} في {sources, plural, zero {# مصدر} one {مصدر واحد} two {مصدرين} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  topStories: 'أبرز الأخبار',
  storyOutletsMore: '{outlets} و{more} غيرها',
  comma: '، ',
  storyOrigins:
    '{count, plural, zero {لا مصادر مستقلة} one {مصدر مستقل واحد} two {مصدران مستقلان} few {# مصادر مستقلة} many {# مصدرًا مستقلًا} other {# مصدر مستقل}}',
  storyNews: 'الجديد منذ المرة السابقة ({since}): {headline}',
  noticeExtractive:
    'أُعدّ هذا الموجز من جمل منقولة عن المقالات الأصلية المرفقة روابطها. ربما عُدّلت بعد ذلك، فيُرجى الرجوع إليها.',
  noticeRewritten:
    'أُعدّ هذا الموجز من المقالات الأصلية المرفقة روابطها. أعاد نموذج لغوي صياغة بعض الجمل، وقوبلت كل منها بمصادرها. قد ترد أخطاء، فيُرجى الرجوع إلى المقالات الأصلية.',
  corrected: '**تصحيح {when}.** لم يعد لدى {outlet}: {text}',
  readFullBrief: 'اقرأ التفاصيل',
  related: 'أخبار ذات صلة',
  sources: 'المصادر',
  briefingEmpty: 'لا جديد ضمن {topics} خلال الساعات الـ36 الماضية.',
  briefingEmptyHint: 'يمكن اختيار موضوع آخر عبر {command}، أو العودة لاحقًا.',

  // A full brief
  sectionHappened: 'ماذا حدث',
  sectionReactions: 'ردود الفعل',
  sectionCounterview: 'رأي آخر',
  sectionBackground: 'الخلفية',
  sectionOutlook: 'ماذا بعد',
  sectionUnknown: 'ما لم يُعرف بعد',
  disagreementsHeading: 'ما تختلف فيه المصادر',
  figuresHeading: 'بالأرقام',
  quotationsHeading: 'اقتباسات',
  timelineHeading: 'التسلسل الزمني',
  inQuotes: '«{text}»',
  inLanguage: '({language})',
  sourcesHeading: 'المصادر',
  sourceCopies: 'تكرار للمصدر {number}',
  relatedHeading: 'أخبار ذات صلة',
  relatedNone: 'لا أخبار أخرى قريبة من هذا الخبر حتى الآن.',
  briefNoticeExtractive:
    'طريقة الإعداد: {sentences, plural, zero {# جملة منقولة حرفيًا عن المصادر المشار إلى أرقامها.} one {جملة واحدة منقولة حرفيًا عن المصدر المشار إلى رقمه.} two {جملتان منقولتان حرفيًا عن المصادر المشار إلى أرقامها.} few {# جمل منقولة حرفيًا عن المصادر المشار إلى أرقامها.} many {# جملة منقولة حرفيًا عن المصادر المشار إلى أرقامها.} other {# جملة منقولة حرفيًا عن المصادر المشار إلى أرقامها.}} لم يُولَّد أي نص. قد تُعدَّل المقالات الأصلية، فيُرجى الرجوع إليها.',
  briefNoticeModel:
    'طريقة الإعداد: {sentences, plural, zero {# جملة} one {جملة واحدة} two {جملتان} few {# جمل} many {# جملة} other {# جملة}}، منها {quoted, number} نُقلت حرفيًا و{rewritten, number} أعاد صياغتها النموذج {model} ثم قوبلت بمصادرها. قد ترد أخطاء، فيُرجى الرجوع إلى المقالات الأصلية.',
  briefHeadlineOnly: 'لا تقول المصادر حتى الآن أكثر مما في عناوينها.',
  showReceipts: 'عرض جمل المصادر',
  receiptsTitle: 'مصدر هذه الجملة',
  receiptRewritten: 'أعاد النموذج {model} صياغة هذه الجملة. نص المصادر:',
  receiptAlso: 'وردت أيضًا لدى {outlets}',
  receiptGone: 'أُعيدت كتابة هذا الموجز منذ ذلك الحين، ولم تعد فيه هذه الجملة. يمكن فتحه من جديد لقراءة نصه الحالي.',
  storyGone: 'لم يعد هذا الخبر محفوظًا. يمكن البحث عن أخبار أحدث عبر {command}.',

  // Subscribing
  subscribed: 'ستتلقى القناة {channel} موجز **{topics}** {when}، باللغة {language}. الموعد التالي: {next}.',
  subscribedReplaced:
    'تم التغيير: ستتلقى القناة {channel} موجز **{topics}** {when}، باللغة {language}. الموعد التالي: {next}.',
  whenTimes: '{days} عند {times} ({zone})',
  whenInterval: '{interval} عند وجود جديد',
  everyMinutes:
    'كل {minutes, plural, zero {# دقيقة} one {دقيقة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  everyHours: 'كل {hours, plural, zero {# ساعة} one {ساعة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  everyDay: 'كل يوم',
  workdays: 'من الاثنين إلى الجمعة',
  weekend: 'يومي السبت والأحد',
  preview: 'معاينة',
  undo: 'تراجع',
  undone: 'تم التراجع: لن تتلقى القناة {channel} موجز **{topics}**.',
  unsubscribed: 'لن تتلقى القناة {channel} موجز **{topics}** بعد الآن.',
  unsubscribedAlready: 'سبق أن أُلغي هذا الموجز.',
  subscriptionsTitle: 'موجزات هذا الخادم',
  subscriptionsNone: 'لا تتلقى أي قناة موجزًا حتى الآن. يمكن البدء عبر {command}.',
  subscriptionLine: '\u200f{channel} · **{topics}** · {when}، باللغة {language}. التالي: {next}',
  subscriptionSuspended: '\u200f{channel} · **{topics}** · متوقف: {reason}',
  pausedNoChannel: 'حُذفت القناة',
  pausedNoAccess: 'لا يمكن النشر هناك. متى سُمح بذلك تُستأنف تلقائيًا',
  subscriptionLabel: '#{channel}: {topics}، {when}',

  // Topics
  topicsTitle: 'المواضيع',
  topicsOwn: 'مواضيع خاصة بهذا الخادم',
  topicsOwnNone: 'لا شيء بعد. يمكن عبر {command} إنشاء موضوع من كلمات مختارة.',
  topicAdded:
    'أُضيف موضوع **{name}**، ويشمل كل خبر يطابق {words}. خلال الأسبوع الماضي: {count, plural, =0 {لا شيء حتى الآن} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}}.',
  topicRemoved: 'حُذف موضوع **{name}**.',
  topicShown:
    'يشمل موضوع **{name}** كل خبر يطابق {words}. خلال الأسبوع الماضي: {count, plural, =0 {لا شيء} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {لا أخبار} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}} خلال الأسبوع الماضي.',

  // Sources
  sourcesTitle:
    '{count, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  pageOf: 'الصفحة {page} من {pages}',
  sourcesHealth: 'سليمة: {healthy}، متعثرة: {failing}، لم تُقرأ بعد: {fresh}',
  sourceHealthy: 'قُرئ {when}',
  sourceFailing: 'متعثر: {reason}',
  sourceNew: 'لم يُقرأ بعد',
  feedAddress: 'لا تُقرأ إلا عناوين الويب العامة',
  feedHost: 'لا خادم بهذا الاسم',
  feedCertificate: 'شهادة الخادم غير صالحة',
  feedNetwork: 'تعذّر الاتصال بالخادم',
  feedTimeout: 'تأخر الخادم في الرد أكثر مما ينبغي',
  feedTooLarge: 'المحتوى أكبر مما ينبغي',
  feedRedirects: 'يعيد العنوان التوجيه مرات أكثر مما ينبغي',
  feedWebPage: 'هذه صفحة ويب. يُرجى البحث فيها عن رابط باسم RSS',
  feedNone: 'لا خلاصة (RSS) في هذا العنوان',
  feedEmpty: 'المحتوى فارغ',
  feedMissing: 'لا شيء في هذا العنوان (الخطأ {status})',
  feedTooOften: 'كثرت الطلبات إلى الخادم (الخطأ {status})',
  feedServer: 'الخادم يواجه مشكلة (الخطأ {status})',
  feedForbidden: 'الخادم لا يسمح بالقراءة (الخطأ {status})',
  feedOther: 'حدث خلل أثناء القراءة',
  sourceAdded:
    'أُضيف **{title}**: {count, plural, =0 {لا مقالات فيه الآن.} one {فيه الآن مقال واحد:} two {فيه الآن مقالان، منهما:} few {فيه الآن # مقالات، منها:} many {فيه الآن # مقالًا، منها:} other {فيه الآن # مقال، منها:}} {example}',
  sourceKnown: 'المصدر **{title}** موجود هنا بالفعل.',
  sourceRemoved: 'أُزيل **{title}** من مصادر هذا الخادم.',
  sourcesNone: 'لا مصادر مطابقة.',
  sourceSlow: 'قُرئ {when}، لكنه بطيء الاستجابة',
  sourceBlocked: 'يحجبه الموقع: {reason}',
  sourceGone: 'أُغلق نهائيًا',
  sourceHeld: 'محجوز: فجأة أكثر بكثير من المعتاد',
  sourcesFound: 'في {site} عدة مصادر. أيها يُضاف؟',
  sourcesChoose: 'اختيار المصادر',
  sourceHolds:
    '{count, plural, =0 {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}',
  sourcesAdded:
    '{count, plural, zero {لم يُضف شيء} one {أُضيف مصدر واحد} two {أُضيف مصدران} few {أُضيفت # مصادر} many {أُضيف # مصدرًا} other {أُضيف # مصدر}}: {titles}',
  sourcesAddedNone: 'لم يُضف شيء: جميعها موجودة بالفعل.',
  topicSources:
    'كل ما في {count, plural, zero {# مصدر} one {مصدر واحد} two {مصدرين} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  importChecking: 'تجربة المصادر الجديدة: {done} من {count}',
  importCounts: 'جديدة: {fresh}. موجودة بالفعل: {known}. تتعذر قراءتها: {failed}.',
  importUnchecked: 'لم يتسع الوقت لتجربة {count} من المصادر الجديدة. ستُضاف رغم ذلك.',
  importUnusable: 'استُبعدت لأنها بلا عنوان ويب: {count}.',
  importFailed: 'تتعذر قراءتها',
  importTopics: 'تصبح المجلدات موضوعات: {topics}.',
  importAdd:
    'إضافة {count, plural, zero {# مصدر} one {مصدر واحد} two {مصدرين} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  exported: 'مصادر هذا الخادم في ملف OPML تقبله قارئات أخرى أيضًا.',
  next: 'التالي',
  previous: 'السابق',

  // Notices
  noticeTitle: 'مصادر {server}',
  noticeTitlePaused: 'موجزات {server}',
  noticePaused: 'موجزات متوقفة',
  noticeDied: 'لم تعد قراءتها ممكنة',
  noticeDiedHint: 'تُجرَّب من حين إلى آخر، وإذا عاد أحدها إلى العمل تصل رسالة بذلك.',
  noticeRecovered: 'عادت قراءتها ممكنة',
  noticeHeldTitle: 'أكثر بكثير من المعتاد',
  noticeHeld:
    'ظهر فجأة في **{title}** {count, plural, zero {# مقال جديد} one {مقال جديد واحد} two {مقالان جديدان} few {# مقالات جديدة} many {# مقالًا جديدًا} other {# مقال جديد}}. ربما أعطى الموقع مقالات قديمة عناوين جديدة فحسب. هي محجوزة الآن، وإن لم يُسمح بها فلن تدخل الموجزات. الموعد: {when}.',
  letThrough: 'السماح بها',
  keepBack: 'إبقاؤها محجوزة',
  heldLetThrough: '**{title}**: سُمح بها.',
  heldKeptBack: '**{title}**: بقيت محجوزة.',
  heldDecided: '**{title}**: حُسم الأمر من قبل.',
  noticeFooter: 'تُرسل إلى من أعدّ Tidings هناك، مرة في اليوم على الأكثر، والأسئلة قبل ذلك.',

  // Finding
  searchTitle: 'نتائج البحث عن «{words}»',
  searchNone:
    'لا نتائج عن «{words}» خلال {days, plural, zero {اليوم الماضي} one {اليوم الماضي} two {اليومين الماضيين} few {الأيام الـ# الماضية} many {الأيام الـ# الماضية} other {الأيام الـ# الماضية}}. كلمات أقل أو أقصر تأتي بنتائج أكثر.',
  relatedTitle: 'أخبار ذات صلة بالخبر «{headline}»',

  // Why a story stands where it does, and what moderators do about stories
  why: 'لماذا',
  whyTitle: 'لماذا «{headline}»',
  whyRanks: 'لماذا هذا الترتيب',
  whyCountries: '{count, plural, zero {لا بلدان} one {بلد واحد} two {بلدان} few {# بلدان} many {# بلدًا} other {# بلد}}',
  whyKinds: 'نوع المصادر',
  whyGrowth:
    '{count, plural, zero {لا مصادر أخرى في الساعات الست الأخيرة} one {مصدر آخر في الساعات الست الأخيرة} two {مصدران آخران في الساعات الست الأخيرة} few {# مصادر أخرى في الساعات الست الأخيرة} many {# مصدرًا آخر في الساعات الست الأخيرة} other {# مصدر آخر في الساعات الست الأخيرة}}',
  whyKilled:
    '{count, plural, zero {لا قتلى بحسب المصادر} one {قتيل واحد بحسب المصادر} two {قتيلان بحسب المصادر} few {# قتلى بحسب المصادر} many {# قتيلًا بحسب المصادر} other {# قتيل بحسب المصادر}}',
  whyHurt:
    '{count, plural, zero {لا مصابين بحسب المصادر} one {مصاب واحد بحسب المصادر} two {مصابان بحسب المصادر} few {# مصابين بحسب المصادر} many {# مصابًا بحسب المصادر} other {# مصاب بحسب المصادر}}',
  whyMoney: 'مبالغ تقارب {amount}',
  whyMagnitude: 'قوة {amount}',
  whyFresh: 'أحدث تقرير {when}؛ والنسخ لا تُحتسب أبدًا',
  whyTogether: 'لماذا جُمعت هذه المقالات',
  whyNames: 'أسماء: {list}',
  whyPlaces: 'بلدان: {list}',
  whyFigures: 'أرقام: {list}',
  whyWords: 'كلمات: {list}',
  whyAlone: 'لا يوجد حتى الآن سوى تقرير واحد أصلي.',
  whyNothing: 'لا تشترك في اسم أو رقم أو كلمة نادرة، بل تتشابه نصوصها في مجملها.',
  whyUpdates: 'ما جرى بعد ذلك',
  updateOrigin: '{outlet} ينقل الخبر أيضًا',
  updateFigures: 'أرقام جديدة: {list}',
  updateNames: 'أسماء جديدة: {list}',
  updateMerged: 'ضُم إليه خبر آخر: {headline}',
  updateSplit: 'فُصل عنه خبر: {headline}',
  phaseBreaking: 'عاجل',
  phaseDeveloping: 'يتطور',
  phaseSustained: 'مستمر',
  phaseFading: 'يهدأ',
  phaseClosed: 'انتهى',
  storyBegan: 'بدأ {when}',
  splitChoose: 'أيٌّ من هذه المقالات يتناول أمرًا آخر؟ ستصبح خبرًا مستقلًا.',
  splitPlaceholder: 'اختيار مقالات',
  splitDone:
    'تم. {count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} في خبر مستقل الآن: **{headline}**. وستراعي المقالات اللاحقة ذلك.',
  mergeDone: 'تم. أصبحا خبرًا واحدًا: **{headline}**. وستراعي المقالات اللاحقة ذلك.',
  labelWaiting: 'سُجّل ذلك. الأخبار مشتركة بين كل الخوادم هنا، وسيتغير هذا الخبر حالما يقول خادم ثانٍ الشيء نفسه.',
  relatedAbout: 'عن {shared} أيضًا',
  relatedWords: 'كلمات مشتركة: {shared}',
  relatedPlaces: 'المكان نفسه: {places}',
  relatedDays:
    '{when, select, later {بعده بـ} other {قبله بـ}}{count, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  relatedWeeks:
    '{when, select, later {بعده بـ} other {قبله بـ}}{count, plural, zero {# أسبوع} one {أسبوع واحد} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}',
  relatedMonths:
    '{when, select, later {بعده بـ} other {قبله بـ}}{count, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
  pageUnknown: 'لم ينشر أي مصدر هنا بعد عن **{title}**. هذه الأخبار تساعد على فهمه.',
  pageAlone: 'لم ينشر أي مصدر هنا بعد عن **{title}**، ولا خبر قريب منه. حاول لاحقًا.',
  pagePlaced: '**{title}** يتناول هذا الخبر.',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'موجزات إخبارية لهذا الخادم: ما الذي حدث، ومن قال ذلك، مع روابط إلى المقالات الأصلية.',
  helpReading: 'للقراءة',
  helpManaging: 'لمن يديرون الخادم',
  helpFooter: 'هذه الردود لا يراها غيرك. أما الموجزات فتُنشر في القنوات المحددة لها.',
  helpSubscribe: 'إرسال موجز إلى قناة، مع اختيار الموعد والموضوع',
  helpUnsubscribe: 'إيقاف موجز',
  helpSubscriptions: 'ما يتلقاه هذا الخادم، ومواعيده التالية',
  helpBriefing: 'موجز فوري لا يراه غيرك',
  helpTopics: 'المواضيع المتاحة',
  helpTopicsAdd: 'إنشاء موضوع من كلمات مختارة',
  helpStory: 'تفاصيل خبر واحد',
  helpStorySplit: 'يفصل عن الخبر ما يتناول أمرًا آخر',
  helpStoryMerge: 'يجعل من خبرين خبرًا واحدًا',
  helpRelated: 'أخبار تساعد على فهم خبر ما، ويمكن البحث عنها برابط',
  helpSearch: 'البحث في المقالات بالكلمات، بأي لغة',
  helpQueries: 'البحث والمواضيع الخاصة',
  helpQueryForms:
    'الكلمتان معًا: {and}. إحداهما: {or}. بدون: {not}. متتاليتان: {phrase}. بين قوسين: {group}. وكذلك {facts}.',
  helpSources: 'من أين تأتي الأخبار، وحال كل مصدر',
  helpSourcesAdd: 'إضافة موقع من اختيارك',
  helpSourcesImport: 'استيراد المصادر من ملف OPML',
  helpSourcesExport: 'كل المصادر في ملف OPML',
  helpHelp: 'هذه الصفحة',

  // What went wrong
  errorUnknown: 'تعذّر ذلك، والخلل من جانبنا. سُجّل الأمر، فيُرجى المحاولة مرة أخرى.',
  errorManage: 'يتطلب ذلك صلاحية *إدارة الخادم (Manage Server)*.',
  errorServerOnly: 'هذا متاح داخل الخوادم، لا في الرسائل المباشرة.',
  errorTimes: 'الوقت «{typed}» غير مفهوم. يُكتب الوقت هكذا: «07:00» أو «07:00, 18:30» أو «كل 3 ساعات».',
  errorTooManyTimes: 'هذا أكثر من 12 مرة في اليوم. يمكن كتابة 12 وقتًا على الأكثر، أو «كل 3 ساعات».',
  errorInterval: 'يجب أن تكون المدة بين 5 دقائق و24 ساعة، مثل «كل 30 دقيقة».',
  errorZone:
    'المنطقة الزمنية «{typed}» غير معروفة. {suggestion, select, none {تُكتب هكذا: Europe/Berlin أو Asia/Riyadh.} other {هل المقصود {suggestion}؟}}',
  errorZoneOffset: 'لا يبيّن «{typed}» متى تتغيّر الساعة. يُرجى كتابة اسم منطقة زمنية، مثل {zone}.',
  errorTopic:
    'لا يوجد هنا موضوع باسم «{typed}». {suggestion, select, none {القائمة في {command}.} other {هل المقصود «{suggestion}»؟}}',
  errorQuery:
    '{fault, select, tooMuch {هذا أكثر مما يمكن دفعة واحدة. الحد الأقصى 1000 حرف و60 كلمة و8 أقواس متداخلة.} onlyNot {{near} يستبعد فقط. يُرجى كتابة ما يُبحث عنه أيضًا.} partner {الحرف {at}: ينقص {near} ما يقابله. يُرجى إغلاق علامة الاقتباس أو القوس، أو حذفهما.} field {الحرف {at}: لا يوجد {near}. المتاح source: وlang: وcountry: وtopic:. للبحث عن النص كما هو يوضع بين علامتي اقتباس.} value {الحرف {at}: يحتاج {near} إلى كلمة بعد النقطتين مباشرة.} topic {الحرف {at}: «{near}» ليس موضوعًا. يُكتب اسم الموضوع، مثل topic:رياضة.} lang {الحرف {at}: «{near}» ليست لغة. يُكتب رمزها، مثل lang:ar.} country {الحرف {at}: «{near}» ليس بلدًا. يُكتب رمزه من حرفين، مثل country:EG.} other {الحرف {at}: يحتاج {near} إلى كلمة بعده، ويحتاج AND وOR إلى كلمة قبلهما أيضًا.}}',
  errorTopicName: 'يتكوّن اسم الموضوع من حرفين إلى 40 حرفًا، بلا فواصل.',
  errorTopicExists: 'يوجد موضوع باسم **{name}** بالفعل. يُرجى اختيار اسم آخر.',
  errorTopicUsed: 'ما زالت القناة {channel} تتلقى **{name}**. يجب أولًا إيقاف ذلك الموجز عبر {command}.',
  errorTopicsTooMany: 'الحد الأقصى 30 موضوعًا خاصًا. يجب حذف أحدها أولًا.',
  errorChannelKind: 'لا يمكن نشر موجز في {channel}. يُرجى اختيار قناة نصية أو قناة إعلانات.',
  errorPermissions:
    'لا يمكن النشر في {channel}. الصلاحيات الناقصة: {missing}. يُرجى منح Tidings هذه الصلاحيات هناك، ثم المحاولة مرة أخرى.',
  errorSubscription: 'لا موجز لهذا الخادم باسم «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة.',
  errorStory:
    'لم يُعثر على خبر يطابق «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة، أو البحث عبر {command}.',
  errorLink: 'لا مقال هنا بهذا الرابط. لا يُعرف إلا ما نشرته مصادر هذا الخادم.',
  errorSplitOne: 'ليس في هذا الخبر سوى تقرير أصلي واحد، فلا شيء يُفصل.',
  errorSplitAll: 'يجب أن يبقى مقال واحد على الأقل وأن يخرج واحد. اختر غير ذلك.',
  errorMergeSame: 'هما خبر واحد بالفعل.',
  errorPage: 'تعذرت قراءة هذه الصفحة: {reason}. تحقق من الرابط أو اكتب كلمات من عنوان.',
  errorSource: 'لا مصدر هنا باسم «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة.',
  errorSourceUrl: 'ليس «{typed}» عنوانًا على الويب. يُرجى كتابة موقع مثل aljazeera.net أو لصق عنوان خلاصة (RSS).',
  errorSourceUnreadable: 'تعذّرت قراءة هذا العنوان بوصفه خلاصة (RSS): {reason}',
  errorSourcesTooMany: 'الحد الأقصى 500 مصدرًا خاصًا. يجب إزالة أحدها أولًا.',
  errorSourceNone:
    'لم يُعثر على مصدر في {site}، لا في صفحته ولا في العناوين المعتادة. يُرجى البحث هناك عن رابط باسم RSS ولصق عنوانه هنا.',
  errorFileTooLarge: 'الملف كبير جدًا. الحد الأقصى 2 ميغابايت.',
  errorFileNoList: 'الملف ليس قائمة مصادر. يُرجى تصدير قائمة بصيغة OPML من القارئ المستخدم ثم المحاولة مجددًا.',
  errorFileTooMany: 'في الملف أكثر من 2000 عنصر. يُرجى تقسيمه واستيراد الأجزاء واحدًا تلو الآخر.',
  errorFileEmpty: 'لا مصادر في هذا الملف.',
  errorFileGone: 'تعذّر جلب الملف من Discord. يُرجى إرفاقه من جديد.',
  errorOffer: 'لم يعد هذا الاختيار ممكنًا. يُرجى استخدام {command} مجددًا.',
  errorWords: 'يُرجى كتابة كلمة واحدة على الأقل للبحث عنها.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'عرض القناة (View Channel)',
  permissionSendMessages: 'إرسال الرسائل (Send Messages)',
  permissionEmbedLinks: 'تضمين الروابط (Embed Links)',
};
