import { enableCompileCache } from 'node:module';

/**
 * Loaded before everything else, in every thread: what has been compiled once is kept in the system's folder for
 * temporary files. The next start is faster, and the tables of languages take 30 MB less.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
enableCompileCache();
