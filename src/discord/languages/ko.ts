import type { Messages } from './en.ts';

export const ko: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: '아침 브리핑',
  editionMidday: '낮 브리핑',
  editionEvening: '저녁 브리핑',
  editionNight: '밤 브리핑',
  briefingCounts:
    '뉴스 {stories, plural, other {#건}}(출처 {sources, plural, other {#곳}}, 기사 {articles, plural, other {#건}} 종합)',
  topStories: '주요 뉴스',
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets} 외 {more}곳',
  storyOrigins: '{count, plural, other {독립된 출처 #곳}}',
  storyNews: '지난번({since}) 이후 새 소식: {headline}',
  noticeExtractive: '링크된 원문의 문장을 그대로 옮겨 엮었습니다. 원문이 그 뒤 바뀌었을 수 있으니 확인해 주십시오.',
  readFullBrief: '자세히 읽기',
  related: '관련 뉴스',
  sources: '출처',
  briefingEmpty: '{topics}: 최근 하루 반 동안 새로운 소식이 없습니다.',
  briefingEmptyHint: '{command} 명령으로 다른 주제를 찾아보거나 잠시 뒤에 다시 확인해 주십시오.',

  // A full brief
  keyPoints: '출처가 전한 내용',
  sourcesHeading: '출처',
  sourceCopies: '{number}번 출처와 같은 내용',
  relatedHeading: '관련 뉴스',
  relatedNone: '이와 가까운 다른 뉴스는 아직 없습니다.',
  briefNoticeExtractive:
    '작성 방식: {sentences, plural, =0 {제목만 실었습니다.} other {문장 #개를 번호로 표시한 출처에서 그대로 인용했습니다.}} 새로 생성한 글은 없습니다. 원문은 바뀔 수 있으니 확인해 주십시오.',
  briefHeadlineOnly: '아직 제목 외에 전해진 내용이 없습니다.',
  storyGone: '더 이상 보관하지 않는 뉴스입니다. 최근 뉴스는 {command} 명령으로 찾을 수 있습니다.',

  // Subscribing
  subscribed: '{channel} 채널에 {when}, {language}로 **{topics}** 브리핑을 보냅니다. 다음 브리핑은 {next}입니다.',
  subscribedReplaced:
    '변경했습니다. 이제 {channel} 채널에 {when}, {language}로 **{topics}** 브리핑을 보냅니다. 다음 브리핑은 {next}입니다.',
  whenTimes: '{days} {times}({zone})',
  whenInterval: '새 소식이 있을 때 {minutes, plural, =60 {1시간} other {#분}}마다',
  whenIntervalHours: '새 소식이 있을 때 {hours, plural, other {#시간}}마다',
  everyDay: '매일',
  workdays: '월~금요일',
  weekend: '토·일요일',
  preview: '미리 보기',
  undo: '되돌리기',
  undone: '되돌렸습니다. {channel} 채널에 **{topics}** 브리핑을 보내지 않습니다.',
  unsubscribed: '이제 {channel} 채널에 **{topics}** 브리핑을 보내지 않습니다.',
  unsubscribedAlready: '이미 종료한 브리핑입니다.',
  subscriptionsTitle: '이 서버의 브리핑',
  subscriptionsNone: '아직 브리핑을 받는 채널이 없습니다. {command} 명령으로 시작할 수 있습니다.',
  subscriptionLine: '{channel} · **{topics}** · {when}, {language}. 다음: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · 멈춤: {reason}',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: '주제',
  topicsOwn: '이 서버에서 만든 주제',
  topicsOwnNone: '아직 없습니다. {command} 명령으로 원하는 단어를 모아 주제를 만들 수 있습니다.',
  topicAdded:
    '**{name}** 주제를 추가했습니다. 다음 가운데 하나라도 들어 있는 뉴스를 모읍니다: {words}. 최근 일주일: {count, plural, =0 {아직 없음} other {#건}}.',
  topicRemoved: '**{name}** 주제를 삭제했습니다.',
  topicShown:
    '**{name}** 주제는 다음 가운데 하나라도 들어 있는 뉴스를 모읍니다: {words}. 최근 일주일: {count, plural, =0 {없음} other {#건}}.',
  topicAbout:
    '{emoji} **{name}**: 최근 일주일 동안 {count, plural, =0 {뉴스가 없었습니다} other {뉴스 #건이 있었습니다}}.',

  // Sources
  sourcesTitle: '출처 {count, plural, other {#곳}}',
  sourcesPage: '{pages}쪽 중 {page}쪽',
  sourcesHealth: '정상 {healthy}곳, 오류 {failing}곳, 아직 읽지 않음 {fresh}곳',
  sourceHealthy: '{when} 읽음',
  sourceFailing: '오류: {reason}',
  sourceNew: '아직 읽지 않음',
  sourceAdded:
    '**{title}** 출처를 추가했습니다. {count, plural, =0 {지금은 기사가 없습니다.} other {지금 기사 #건이 있습니다. 예:}} {example}',
  sourceKnown: '**{title}** 출처는 이미 있습니다.',
  sourceRemoved: '이 서버에서 **{title}** 출처를 뺐습니다.',
  sourcesNone: '조건에 맞는 출처가 없습니다.',
  next: '다음',
  previous: '이전',

  // Finding
  searchTitle: '“{words}” 검색 결과',
  searchNone:
    '최근 {days, plural, =1 {하루} other {#일}} 동안 “{words}”에 맞는 기사가 없습니다. 단어를 줄이거나 짧게 쓰면 더 많이 찾을 수 있습니다.',
  relatedTitle: '“{headline}” 관련 뉴스',

  // Help
  helpTitle: 'Tidings',
  helpIntro: '이 서버에 뉴스 브리핑을 전합니다. 무슨 일이 있었는지, 누가 그렇게 전했는지를 원문 링크와 함께 싣습니다.',
  helpReading: '읽기',
  helpManaging: '서버를 관리하는 분께',
  helpFooter: '이 답변은 본인에게만 보입니다. 브리핑은 받기로 한 채널에 올라갑니다.',
  helpSubscribe: '채널에 보낼 브리핑의 시각과 주제 정하기',
  helpUnsubscribe: '브리핑 그만 받기',
  helpSubscriptions: '이 서버가 받는 브리핑과 다음 시각',
  helpBriefing: '지금 혼자 보는 브리핑',
  helpTopics: '고를 수 있는 주제',
  helpTopicsAdd: '원하는 단어로 주제 만들기',
  helpStory: '뉴스 하나를 자세히',
  helpRelated: '이해를 돕는 관련 뉴스(링크로도 찾기)',
  helpSearch: '단어로 기사 찾기(어떤 언어든)',
  helpSources: '뉴스의 출처와 출처별 상태',
  helpSourcesAdd: '원하는 출처(피드) 추가하기',
  helpHelp: '이 도움말',

  // What went wrong
  errorUnknown: '처리하지 못했습니다. 저희 쪽 문제이며 기록해 두었습니다. 다시 시도해 주십시오.',
  errorManage: '*서버 관리하기* 권한이 필요합니다.',
  errorServerOnly: '서버에서만 쓸 수 있으며, 다이렉트 메시지에서는 쓸 수 없습니다.',
  errorTimes: '“{typed}”에서 시각을 알아볼 수 없습니다. “07:00”, “07:00, 18:30”, “2시간마다”처럼 입력해 주십시오.',
  errorTooManyTimes: '하루 12번까지 보낼 수 있습니다. 시각을 12개 이하로 적거나 “2시간마다”처럼 입력해 주십시오.',
  errorInterval: '간격은 5분에서 24시간 사이로 정해 주십시오. 예: “30분마다”',
  errorZone:
    '“{typed}” 시간대는 찾을 수 없습니다. {suggestion, select, none {Europe/Berlin이나 Asia/Seoul처럼 입력해 주십시오.} other {혹시 {suggestion}입니까?}}',
  errorTopic:
    '“{typed}” 주제는 없습니다. {suggestion, select, none {{command} 명령으로 목록을 볼 수 있습니다.} other {혹시 “{suggestion}”입니까?}}',
  errorTopicWords:
    '주제에는 단어나 구절이 1개에서 20개까지 필요합니다. 쉼표로 구분하고 각각 60자 이하로 적어 주십시오.',
  errorTopicName: '주제 이름은 2자에서 40자까지이며 쉼표를 쓸 수 없습니다.',
  errorTopicExists: '**{name}** 주제가 이미 있습니다. 다른 이름을 쓰거나 먼저 그 주제를 삭제해 주십시오.',
  errorTopicUsed: '{channel} 채널이 아직 **{name}** 브리핑을 받고 있습니다. 먼저 {command} 명령으로 종료해 주십시오.',
  errorTopicsTooMany: '직접 만든 주제는 30개까지입니다. 먼저 하나를 삭제해 주십시오.',
  errorChannelKind: '{channel} 채널에는 브리핑을 보낼 수 없습니다. 텍스트 채널이나 공지 채널을 골라 주십시오.',
  errorPermissions:
    '{channel} 채널에 글을 올릴 수 없습니다. 없는 권한: {missing}. 그 채널에서 Tidings에 권한을 준 뒤 다시 시도해 주십시오.',
  errorSubscription: '이 서버에 “{typed}” 브리핑은 없습니다. 입력할 때 나오는 목록에서 골라 주십시오.',
  errorStory: '“{typed}”에 맞는 뉴스가 없습니다. 입력할 때 나오는 목록에서 고르거나 {command} 명령으로 찾아 주십시오.',
  errorLink: '그 링크의 기사는 여기에 없습니다. 이 서버의 출처가 내보낸 기사만 찾을 수 있습니다.',
  errorSource: '“{typed}” 출처는 없습니다. 입력할 때 나오는 목록에서 골라 주십시오.',
  errorSourceUrl: '“{typed}”: 웹 주소가 아닙니다. https://로 시작하는 피드 주소를 붙여 넣어 주십시오.',
  errorSourceUnreadable: '피드로 읽을 수 없습니다: {reason}',
  errorSourcesTooMany: '직접 추가한 출처는 50곳까지입니다. 먼저 하나를 빼 주십시오.',
  errorWords: '찾을 단어를 하나 이상 입력해 주십시오.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: '채널 보기',
  permissionSendMessages: '메시지 보내기',
  permissionEmbedLinks: '링크 첨부',
};
