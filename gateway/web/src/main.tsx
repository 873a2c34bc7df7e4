import { render } from 'preact';
import { App } from './App';
import { listen } from './router';
import { adopt } from './styles/adopt';
import rules from './styles/core.css?inline';
import file from './styles/core.css?url';

adopt(rules, file);
listen();
render(<App />, document.getElementById('app') as HTMLElement);
