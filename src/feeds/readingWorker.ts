import { answerJobs } from './answerJobs.ts';
import { readDocument } from './readDocument.ts';

answerJobs(readDocument);
