import type { Followed } from '../news/follow.ts';
import { topicLabel } from './topicLabel.ts';

/** What somebody follows, as they know it. Not escaped. @param headline  of a story */
export function followLabel(followed: Followed, language: string, headline = '…'): string {
  switch (followed.kind) {
    case 'story':
      return headline;
    case 'topic':
      return topicLabel(followed.topic, language);
    case 'search':
      return followed.query;
  }
}
