import { adopt } from '../styles/adopt';
import rules from '../styles/organise.css?inline';
import file from '../styles/organise.css?url';

adopt(rules, file);

export { Create } from './Create';
export { Invite } from './Invite';
export { RoundPage } from './RoundPage';
export { OrganiserEntry, Recover, TeamHome } from './Team';
