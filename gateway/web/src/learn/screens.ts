import { adopt } from '../styles/adopt';
import rules from '../styles/learn.css?inline';
import file from '../styles/learn.css?url';

adopt(rules, file);

export { Home } from './Home';
export { Compare, RolePage, Roles } from './Roles';
export { Glossary, GuidePage, Guides, Method, Privacy, ScenarioPage, Scenarios } from './Reading';
export { Advice } from './Advice';
export { QuickCheckPage } from './QuickCheck';
export { Responsibilities, ResponsibilityPage } from './Responsibilities';
export { Search } from './Search';
