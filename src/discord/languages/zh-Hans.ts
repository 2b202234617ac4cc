import type { Messages } from './en.ts';

export const zhHans: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: '早间简报',
  editionMidday: '午间简报',
  editionEvening: '晚间简报',
  editionNight: '深夜简报',
  briefingCounts:
    '{stories, plural, other {#条新闻}}，综合自{sources, plural, other {#个来源}}的{articles, plural, other {#篇报道}}',
  topStories: '要闻',
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets}及另外{more}家',
  storyOrigins: '{count, plural, other {#个独立来源}}',
  storyNews: '上次推送（{since}）后的新进展：{headline}',
  noticeExtractive: '由所附链接的原文语句摘编而成。原文此后可能有改动，请以原文为准。',
  readFullBrief: '查看详情',
  related: '相关新闻',
  sources: '来源',
  briefingEmpty: '{topics}：最近一天半没有新消息。',
  briefingEmptyHint: '可用{command}换一个主题，或稍后再来看看。',

  // A full brief
  keyPoints: '各来源怎么说',
  sourcesHeading: '来源',
  sourceCopies: '内容与来源{number}相同',
  relatedHeading: '相关新闻',
  relatedNone: '目前还没有与此相近的新闻。',
  briefNoticeExtractive:
    '编写方式：{sentences, plural, =0 {仅列出标题} other {共#句，均逐字引自编号所示的来源}}，未生成任何文字。原文可能有改动，请以原文为准。',
  briefHeadlineOnly: '目前各来源只发布了标题，没有更多内容。',
  storyGone: '这条新闻已不再保存。可用{command}查找较新的新闻。',

  // Subscribing
  subscribed: '{channel}将收到**{topics}**简报：{when}，{language}。下一期：{next}。',
  subscribedReplaced: '已更改：{channel}将收到**{topics}**简报：{when}，{language}。下一期：{next}。',
  whenTimes: '{days}{times}（{zone}）',
  whenInterval: '每{minutes, plural, =60 {小时} other {#分钟}}一次（有新消息时）',
  whenIntervalHours: '每{hours, plural, other {#小时}}一次（有新消息时）',
  everyDay: '每天',
  workdays: '周一至周五',
  weekend: '周六和周日',
  preview: '预览',
  undo: '撤销',
  undone: '已撤销：{channel}不再收到**{topics}**简报。',
  unsubscribed: '{channel}不再收到**{topics}**简报。',
  unsubscribedAlready: '这份简报先前已取消。',
  subscriptionsTitle: '本服务器的简报',
  subscriptionsNone: '还没有频道接收简报。可用{command}开始。',
  subscriptionLine: '{channel} · **{topics}** · {when}，{language}。下一期：{next}',
  subscriptionSuspended: '{channel} · **{topics}** · 已暂停：{reason}',
  subscriptionLabel: '#{channel}：{topics}，{when}',

  // Topics
  topicsTitle: '主题',
  topicsOwn: '本服务器自建的主题',
  topicsOwnNone: '还没有。可用{command}以自选词语创建主题。',
  topicAdded:
    '已添加**{name}**，收录含有以下任一词语的新闻：{words}。最近一周：{count, plural, =0 {暂无} other {#条}}。',
  topicRemoved: '已删除**{name}**。',
  topicShown: '**{name}**收录含有以下任一词语的新闻：{words}。最近一周：{count, plural, =0 {无} other {#条}}。',
  topicAbout: '{emoji} **{name}**：最近一周{count, plural, =0 {没有新闻} other {有#条新闻}}。',

  // Sources
  sourcesTitle: '{count, plural, other {#个来源}}',
  sourcesPage: '第{page}页，共{pages}页',
  sourcesHealth: '{healthy}个正常，{failing}个异常，{fresh}个尚未读取',
  sourceHealthy: '{when}读取',
  sourceFailing: '异常：{reason}',
  sourceNew: '尚未读取',
  sourceAdded: '已添加**{title}**：{count, plural, =0 {目前没有报道。} other {目前有#篇报道，例如：}}{example}',
  sourceKnown: '**{title}**已在列表中。',
  sourceRemoved: '已为本服务器移除**{title}**。',
  sourcesNone: '没有符合条件的来源。',
  next: '下一页',
  previous: '上一页',

  // Finding
  searchTitle: '“{words}”的搜索结果',
  searchNone:
    '最近{days, plural, =1 {一天} other {#天}}没有找到与“{words}”相符的报道。减少或缩短关键词，可以找到更多。',
  relatedTitle: '与“{headline}”相关的新闻',

  // Help
  helpTitle: 'Tidings',
  helpIntro: '为本服务器编发新闻简报：发生了什么，是谁说的，并附原文链接。',
  helpReading: '阅读',
  helpManaging: '供服务器管理者使用',
  helpFooter: '这些回复只有你能看到。简报会发布到设置了接收的频道。',
  helpSubscribe: '让频道接收简报，时间和主题自选',
  helpUnsubscribe: '取消一份简报',
  helpSubscriptions: '本服务器接收的简报和下一期时间',
  helpBriefing: '立即看一份简报，仅自己可见',
  helpTopics: '现有的主题',
  helpTopicsAdd: '用自选词语创建主题',
  helpStory: '一条新闻的详情',
  helpRelated: '有助于理解一条新闻的相关新闻，也可用链接查找',
  helpSearch: '按词语搜索报道，不限语言',
  helpSources: '新闻从哪里来，各来源状态如何',
  helpSourcesAdd: '添加自选来源（RSS）',
  helpHelp: '本页',

  // What went wrong
  errorUnknown: '没有成功，是我们的问题。情况已记录，请再试一次。',
  errorManage: '需要*管理服务器*权限。',
  errorServerOnly: '此功能只能在服务器中使用，不能在私信中使用。',
  errorTimes: '无法把“{typed}”识别为时间。请按这样的格式输入：“07:00”“07:00，18:30”或“每2小时”。',
  errorTooManyTimes: '一天最多12次。请输入不超过12个时间，或输入“每2小时”。',
  errorInterval: '间隔须在5分钟到24小时之间，例如“每30分钟”。',
  errorZone:
    '没有找到时区“{typed}”。{suggestion, select, none {请输入如Europe/Berlin或Asia/Shanghai这样的名称。} other {是不是{suggestion}？}}',
  errorTopic:
    '没有“{typed}”这个主题。{suggestion, select, none {可用{command}查看列表。} other {是不是“{suggestion}”？}}',
  errorTopicWords: '一个主题需要1到20个词语或短语，用逗号隔开，每个不超过60个字符。',
  errorTopicName: '主题名称须为2到40个字符，不能含有逗号或顿号。',
  errorTopicExists: '已有名为**{name}**的主题。请换一个名称，或先删除原来的主题。',
  errorTopicUsed: '{channel}仍在接收**{name}**。请先用{command}取消那份简报。',
  errorTopicsTooMany: '自建主题最多30个。请先删除一个。',
  errorChannelKind: '{channel}不能接收简报。请选择文字频道或公告频道。',
  errorPermissions: '无法在{channel}发布。缺少的权限：{missing}。请在该频道授予Tidings这些权限，然后再试一次。',
  errorSubscription: '本服务器没有名为“{typed}”的简报。请从输入时出现的列表中选择。',
  errorStory: '没有找到与“{typed}”相符的新闻。请从输入时出现的列表中选择，或试试{command}。',
  errorLink: '没有找到这个链接的报道。只能查到本服务器的来源发布过的内容。',
  errorSource: '没有名为“{typed}”的来源。请从输入时出现的列表中选择。',
  errorSourceUrl: '“{typed}”不是网址。请粘贴以 https:// 开头的RSS地址。',
  errorSourceUnreadable: '无法读取这个RSS地址：{reason}',
  errorSourcesTooMany: '自选来源最多50个。请先移除一个。',
  errorWords: '请至少输入一个要查找的词语。',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: '查看频道',
  permissionSendMessages: '发送消息',
  permissionEmbedLinks: '嵌入链接',
};
