import { adopt } from '../styles/adopt';
import rules from '../styles/session.css?inline';
import file from '../styles/session.css?url';

adopt(rules, file);

export { Arrival } from './Arrival';
export { Door } from './Door';
export { EndedNotice } from './EndedNotice';
export { MyTeams } from './MyTeams';
export { OneTab } from './OneTab';
export { OwnAccess } from './OwnAccess';
export { Refused } from './Refused';
export { SignedOut } from './SignedOut';
export { SignInFirst } from './SignInFirst';
export { SignOutHere } from './SignOutHere';
export { TeamGate } from './TeamGate';
