import { App } from './app.js';

const root = document.querySelector('#app');
if (root instanceof HTMLElement) await new App().start(root);
