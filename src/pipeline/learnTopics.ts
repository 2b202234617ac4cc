import type { Db } from '../store/openStore.ts';
import { findLessons, findTopicModel, type Lesson, saveTopicModel } from '../store/topicModels.ts';
import { leadOf } from '../text/features.ts';
import { primaryLanguage } from '../text/language.ts';
import { topicFeaturesOf } from '../text/topicFeatures.ts';
import type { TopicModel } from '../text/topicModel.ts';
import { noNews, type SubjectText } from '../text/topics.ts';
import type { Stage } from './stage.ts';

/** So few that nobody who asks something meanwhile has to wait. */
const lessonsPerRun = 80;
/** What was learned since it was last saved is learned again after a restart. */
const lessonsPerSave = 3_000;

/**
 * Learns what the topics are about from every article of a source that has one subject only, and what is no news from
 * those that are known not to be. It goes on where the database says that it stopped.
 *
 * @returns the stage, and the model, which gets better with every run
 */
export async function createLearnTopics(options: {
  db: Db;
  topics: readonly string[];
  isNoNews: (text: SubjectText, categories: readonly string[]) => boolean;
  now: () => Date;
}): Promise<{ learn: Stage; model: TopicModel }> {
  const { db, now, isNoNews } = options;
  const labels = [...options.topics, noNews];
  const learned = await findTopicModel(db, labels);
  const { model } = learned;
  let { lastArticle } = learned;
  let unsaved = 0;

  function study(lesson: Lesson): void {
    const text = { ...lesson, lead: leadOf(lesson) };
    const features = topicFeaturesOf(text);
    model.observe(features);
    const [topic, ...others] = lesson.sourceTopics;
    const label = isNoNews(text, lesson.categories) ? noNews : others.length === 0 ? topic : undefined;
    if (label && labels.includes(label)) model.learn(features, label, primaryLanguage(lesson.language));
  }

  return {
    model,
    learn: async () => {
      const lessons = await findLessons(db, lastArticle, lessonsPerRun);
      for (const lesson of lessons) {
        study(lesson);
        lastArticle = lesson.id;
      }
      unsaved += lessons.length;
      if (unsaved >= lessonsPerSave) {
        await saveTopicModel(db, { model, lastArticle }, now());
        unsaved = 0;
      }
      return lessons.length;
    },
  };
}
