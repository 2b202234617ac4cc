import { findTopic, followedKey } from '../news/topic.ts';
import { sayIn } from './languages/index.ts';

/** How readers of a language call a topic, or all that they follow; a server's own topic is its name. Not escaped. */
export function topicLabel(keyOrName: string, language: string): string {
  if (keyOrName === followedKey) return sayIn(language)('whatYouFollow');
  const topic = findTopic(keyOrName);
  return topic ? (topic.names[language] ?? topic.names.en ?? keyOrName) : keyOrName;
}

/** A list of topics in words: `Economy, Science and Sport`. */
export function topicList(topics: readonly string[], language: string): string {
  const labels = topics.map((topic) => topicLabel(topic, language));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
}
