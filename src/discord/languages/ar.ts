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
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets} و{more} غيرها',
  storyOrigins:
    '{count, plural, zero {لا مصادر مستقلة} one {مصدر مستقل واحد} two {مصدران مستقلان} few {# مصادر مستقلة} many {# مصدرًا مستقلًا} other {# مصدر مستقل}}',
  storyNews: 'الجديد منذ المرة السابقة ({since}): {headline}',
  noticeExtractive:
    'أُعدّ هذا الموجز من جمل منقولة عن المقالات الأصلية المرفقة روابطها. ربما عُدّلت بعد ذلك، فيُرجى الرجوع إليها.',
  readFullBrief: 'اقرأ التفاصيل',
  related: 'أخبار ذات صلة',
  sources: 'المصادر',
  briefingEmpty: 'لا جديد ضمن {topics} خلال الساعات الـ36 الماضية.',
  briefingEmptyHint: 'يمكن اختيار موضوع آخر عبر {command}، أو العودة لاحقًا.',

  // A full brief
  keyPoints: 'ما تقوله المصادر',
  sourcesHeading: 'المصادر',
  sourceCopies: 'تكرار للمصدر {number}',
  relatedHeading: 'أخبار ذات صلة',
  relatedNone: 'لا أخبار أخرى قريبة من هذا الخبر حتى الآن.',
  briefNoticeExtractive:
    'طريقة الإعداد: {sentences, plural, =0 {عُرضت العناوين وحدها.} one {جملة واحدة منقولة حرفيًا عن المصدر المشار إلى رقمه.} two {جملتان منقولتان حرفيًا عن المصادر المشار إلى أرقامها.} few {# جمل منقولة حرفيًا عن المصادر المشار إلى أرقامها.} many {# جملة منقولة حرفيًا عن المصادر المشار إلى أرقامها.} other {# جملة منقولة حرفيًا عن المصادر المشار إلى أرقامها.}} لم يُولَّد أي نص. قد تُعدَّل المقالات الأصلية، فيُرجى الرجوع إليها.',
  briefHeadlineOnly: 'لا تقول المصادر حتى الآن أكثر مما في عناوينها.',
  storyGone: 'لم يعد هذا الخبر محفوظًا. يمكن البحث عن أخبار أحدث عبر {command}.',

  // Subscribing
  subscribed: 'ستتلقى القناة {channel} موجز **{topics}** {when}، باللغة {language}. الموعد التالي: {next}.',
  subscribedReplaced:
    'تم التغيير: ستتلقى القناة {channel} موجز **{topics}** {when}، باللغة {language}. الموعد التالي: {next}.',
  whenTimes: '{days} عند {times} (بتوقيت {zone})',
  whenInterval:
    'كل {minutes, plural, =60 {ساعة} zero {# دقيقة} one {دقيقة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} عند وجود جديد',
  whenIntervalHours:
    'كل {hours, plural, zero {# ساعة} one {ساعة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}} عند وجود جديد',
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
  subscriptionLabel: '#{channel}: {topics}، {when}',

  // Topics
  topicsTitle: 'المواضيع',
  topicsOwn: 'مواضيع خاصة بهذا الخادم',
  topicsOwnNone: 'لا شيء بعد. يمكن عبر {command} إنشاء موضوع من كلمات مختارة.',
  topicAdded:
    'أُضيف موضوع **{name}**، ويشمل كل خبر ترد فيه إحدى هذه الكلمات: {words}. خلال الأسبوع الماضي: {count, plural, =0 {لا شيء حتى الآن} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}}.',
  topicRemoved: 'حُذف موضوع **{name}**.',
  topicShown:
    'يشمل موضوع **{name}** كل خبر ترد فيه إحدى هذه الكلمات: {words}. خلال الأسبوع الماضي: {count, plural, =0 {لا شيء} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {لا أخبار} one {خبر واحد} two {خبران} few {# أخبار} many {# خبرًا} other {# خبر}} خلال الأسبوع الماضي.',

  // Sources
  sourcesTitle:
    '{count, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  sourcesPage: 'الصفحة {page} من {pages}',
  sourcesHealth: 'سليمة: {healthy}، متعثرة: {failing}، لم تُقرأ بعد: {fresh}',
  sourceHealthy: 'قُرئ {when}',
  sourceFailing: 'متعثر: {reason}',
  sourceNew: 'لم يُقرأ بعد',
  sourceAdded:
    'أُضيف **{title}**: {count, plural, =0 {لا مقالات فيه الآن.} one {فيه الآن مقال واحد:} two {فيه الآن مقالان، منهما:} few {فيه الآن # مقالات، منها:} many {فيه الآن # مقالًا، منها:} other {فيه الآن # مقال، منها:}} {example}',
  sourceKnown: 'المصدر **{title}** موجود هنا بالفعل.',
  sourceRemoved: 'أُزيل **{title}** من مصادر هذا الخادم.',
  sourcesNone: 'لا مصادر مطابقة.',
  next: 'التالي',
  previous: 'السابق',

  // Finding
  searchTitle: 'نتائج البحث عن «{words}»',
  searchNone:
    'لا نتائج عن «{words}» خلال {days, plural, zero {اليوم الماضي} one {اليوم الماضي} two {اليومين الماضيين} few {الأيام الـ# الماضية} many {الأيام الـ# الماضية} other {الأيام الـ# الماضية}}. كلمات أقل أو أقصر تأتي بنتائج أكثر.',
  relatedTitle: 'أخبار ذات صلة بالخبر «{headline}»',

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
  helpRelated: 'أخبار تساعد على فهم خبر ما، ويمكن البحث عنها برابط',
  helpSearch: 'البحث في المقالات بالكلمات، بأي لغة',
  helpSources: 'من أين تأتي الأخبار، وحال كل مصدر',
  helpSourcesAdd: 'إضافة مصدر خاص (خلاصة RSS)',
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
  errorTopic:
    'لا يوجد هنا موضوع باسم «{typed}». {suggestion, select, none {القائمة في {command}.} other {هل المقصود «{suggestion}»؟}}',
  errorTopicWords:
    'يحتاج الموضوع إلى كلمة أو عبارة واحدة على الأقل و20 على الأكثر، تفصل بينها فاصلة (,)، ولا تزيد كل منها على 60 حرفًا.',
  errorTopicName: 'يتكوّن اسم الموضوع من حرفين إلى 40 حرفًا، بلا فواصل.',
  errorTopicExists: 'يوجد موضوع باسم **{name}** بالفعل. يُرجى اختيار اسم آخر، أو حذف ذلك الموضوع أولًا.',
  errorTopicUsed: 'ما زالت القناة {channel} تتلقى **{name}**. يجب أولًا إيقاف ذلك الموجز عبر {command}.',
  errorTopicsTooMany: 'الحد الأقصى 30 موضوعًا خاصًا. يجب حذف أحدها أولًا.',
  errorChannelKind: 'لا يمكن نشر موجز في {channel}. يُرجى اختيار قناة نصية أو قناة إعلانات.',
  errorPermissions:
    'لا يمكن النشر في {channel}. الصلاحيات الناقصة: {missing}. يُرجى منح Tidings هذه الصلاحيات هناك، ثم المحاولة مرة أخرى.',
  errorSubscription: 'لا موجز لهذا الخادم باسم «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة.',
  errorStory:
    'لم يُعثر على خبر يطابق «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة، أو البحث عبر {command}.',
  errorLink: 'لا مقال هنا بهذا الرابط. لا يُعرف إلا ما نشرته مصادر هذا الخادم.',
  errorSource: 'لا مصدر هنا باسم «{typed}». يُرجى الاختيار من القائمة التي تظهر أثناء الكتابة.',
  errorSourceUrl: 'ليس «{typed}» عنوانًا على الويب. يُرجى لصق عنوان خلاصة (RSS) يبدأ بـ https://',
  errorSourceUnreadable: 'تعذّرت قراءة هذا العنوان بوصفه خلاصة (RSS): {reason}',
  errorSourcesTooMany: 'الحد الأقصى 50 مصدرًا خاصًا. يجب إزالة أحدها أولًا.',
  errorWords: 'يُرجى كتابة كلمة واحدة على الأقل للبحث عنها.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'عرض القناة (View Channel)',
  permissionSendMessages: 'إرسال الرسائل (Send Messages)',
  permissionEmbedLinks: 'تضمين الروابط (Embed Links)',
};
