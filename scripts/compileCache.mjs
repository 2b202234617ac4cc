import { enableCompileCache } from 'node:module';

/**
 * Loaded before everything else, in every thread: what has been compiled once is kept in the system's folder for
 * temporary files, so that the next start is faster and takes 60 MB less. JavaScript itself, because what makes
 * JavaScript of TypeScript takes 20 of those.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
enableCompileCache();
