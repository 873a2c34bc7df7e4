import { render } from 'preact';
import { App } from './App';
import { listen } from './router';
import { adopt } from './styles/adopt';
import rules from './styles/core.css?inline';
import file from './styles/core.css?url';
import { takeOver } from './takeOver';

adopt(rules, file);
const app = document.getElementById('app') as HTMLElement;
if (app.firstElementChild && !location.hash.startsWith('#/')) {
  takeOver(app, (place) => render(<App />, place), listen);
} else {
  listen();
  app.replaceChildren();
  render(<App />, app);
}
