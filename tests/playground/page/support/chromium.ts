import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const { CHROMIUM } = process.env;

/** The Chromium of this machine, or undefined; the one that the environment variable CHROMIUM names, if it is set. */
export const chromiumPath = (CHROMIUM ? [CHROMIUM] : places).find((place) => existsSync(place));
