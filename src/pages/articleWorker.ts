import { answerJobs } from '../feeds/answerJobs.ts';
import { readArticle } from './readArticle.ts';

answerJobs(readArticle);
