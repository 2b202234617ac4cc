import type { Briefing } from '../news/briefing.ts';
import { type BriefingPart, wholeOf } from '../news/briefingPart.ts';
import { plain } from './escape.ts';
import { sayIn } from './languages/index.ts';
import { dateOf } from './renderBriefing.ts';
import { topicList } from './topicLabel.ts';

/** Discord's. @see https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const mostName = 100;

/** What a forum's post is called: like its story, or `Monday 23 November · Weather and Sport`. */
export function postName(briefing: Briefing, part: BriefingPart = wholeOf(briefing)): string {
  const { items, language, topics } = briefing;
  const story = briefing.postPer === 'story' ? items[part.from] : undefined;
  if (story) return plain(story.headline, mostName) || '…';
  const about = topics.length > 0 ? topicList(topics, language) : sayIn(language)('topStories');
  return plain(`${dateOf(briefing)} · ${about}`, mostName);
}
