import type { ComponentChildren } from 'preact';
import { Answer } from './answer/Answer';
import { EVERYTHING } from './answer/questions';
import { TicketEntry } from './answer/TicketEntry';
import { knownTeam } from './device/organisers';
import { place, type Place } from './router';
import { later, Missing } from './shared/loading';
import { Layout } from './shared/Layout';

const learn = () => import('./learn/screens');
const organise = () => import('./organise/screens');
const report = () => import('./report/screens');
const session = () => import('./session/screens');

const Home = later(() => learn().then((file) => file.Home));
const Roles = later(() => learn().then((file) => file.Roles));
const RolePage = later(() => learn().then((file) => file.RolePage));
const Compare = later(() => learn().then((file) => file.Compare));
const Scenarios = later(() => learn().then((file) => file.Scenarios));
const ScenarioPage = later(() => learn().then((file) => file.ScenarioPage));
const Responsibilities = later(() => learn().then((file) => file.Responsibilities));
const ResponsibilityPage = later(() => learn().then((file) => file.ResponsibilityPage));
const Advice = later(() => learn().then((file) => file.Advice));
const Search = later(() => learn().then((file) => file.Search));
const QuickCheckPage = later(() => learn().then((file) => file.QuickCheckPage));
const Glossary = later(() => learn().then((file) => file.Glossary));
const Guides = later(() => learn().then((file) => file.Guides));
const GuidePage = later(() => learn().then((file) => file.GuidePage));
const Privacy = later(() => learn().then((file) => file.Privacy));
const Method = later(() => learn().then((file) => file.Method));
const Create = later(() => organise().then((file) => file.Create));
const OrganiserEntry = later(() => organise().then((file) => file.OrganiserEntry));
const TeamHome = later(() => organise().then((file) => file.TeamHome));
const RoundPage = later(() => organise().then((file) => file.RoundPage));
const Invite = later(() => organise().then((file) => file.Invite));
const Recover = later(() => organise().then((file) => file.Recover));
const TeamGate = later(() => session().then((file) => file.TeamGate));
const MyTeams = later(() => session().then((file) => file.MyTeams));
const Arrival = later(() => session().then((file) => file.Arrival));
const Refused = later(() => session().then((file) => file.Refused));
const SignedOut = later(() => session().then((file) => file.SignedOut));
const TeamReport = later(() => report().then((file) => file.TeamReport));
const Trend = later(() => report().then((file) => file.Trend));
const MemberReport = later(() => report().then((file) => file.MemberReport));
const SharedReport = later(() => report().then((file) => file.SharedReport));
const ExampleReport = later(() => report().then((file) => file.ExampleReport));

/** Where the organisation's sign-in page sends people back to. */
function signingIn(outcome: string): ComponentChildren {
  if (outcome === 'back') return <Arrival />;
  return outcome === 'failed' || outcome === 'cancelled' || outcome === 'unavailable' ? <Refused why={outcome} /> : <Missing />;
}

/** The public library, each page with its language in the address: the gateway has the same ones for whoever runs no scripts. */
function libraryScreen([first, second, ...rest]: string[], query: URLSearchParams): ComponentChildren {
  if (rest.length > 0) return <Missing />;
  if (second !== undefined) {
    if (first === 'roles') return <RolePage key={second} id={second} />;
    if (first === 'responsibilities') return <ResponsibilityPage key={second} id={second} />;
    if (first === 'scenarios' && second === 'advice') return <Advice signals={query.getAll('signals')} />;
    if (first === 'scenarios') return <ScenarioPage key={second} id={second} />;
    if (first === 'guides') return <GuidePage key={second} id={second} />;
    return <Missing />;
  }
  switch (first) {
    case undefined: return <Home />;
    case 'roles': return <Roles />;
    case 'compare': return <Compare ids={query.getAll('ids')} />;
    case 'responsibilities': return <Responsibilities />;
    case 'scenarios': return <Scenarios />;
    case 'glossary': return <Glossary />;
    case 'privacy': return <Privacy />;
    case 'method': return <Method />;
    case 'example': return <ExampleReport />;
    case 'guides': return <Guides />;
    case 'search': return <Search query={(query.get('q') ?? '').trim()} />;
    case 'quick-check': return <QuickCheckPage key={query.toString()} query={query} />;
    default: return <Missing />;
  }
}

/** The questions of a round that somebody thinks of opening; of the widest team where the address does not say. */
function questionsBeforehand(query: URLSearchParams): ComponentChildren {
  const initiatives = Number(query.get('initiatives'));
  return <Answer key={query.toString()} preview={{ instrument: query.get('instrument'), initiatives: initiatives >= 1 ? initiatives : EVERYTHING }} />;
}

function publicScreen([first, second, ...rest]: string[], query: URLSearchParams): ComponentChildren {
  if (first === 'sign-in' && second !== undefined && rest.length === 0) return signingIn(second);
  if (second !== undefined) return <Missing />;
  switch (first) {
    case 'questionnaire': return questionsBeforehand(query);
    case 'new': return <Create />;
    case 'teams': return <MyTeams />;
    case 'signed-out': return <SignedOut />;
    default: return <Missing />;
  }
}

function teamScreen(team: string, part?: string, round?: string, page?: string): ComponentChildren {
  const key = `${team}/${round}`;
  if (part === undefined) return <TeamHome key={team} team={team} />;
  if (part === 'new') return <Create key={team} team={team} />;
  if (part === 'trend' && round === undefined) return <Trend key={team} team={team} />;
  if (part !== 'round' || !round) return null;
  if (page === undefined) return <RoundPage key={key} team={team} round={round} />;
  if (page === 'invite') return <Invite key={key} team={team} round={round} />;
  return page === 'report' ? <TeamReport key={key} team={team} round={round} /> : null;
}

/** Other teams open to whoever is signed in and owns them. */
function opensByLink(id: string): boolean {
  const team = knownTeam(id);
  return team !== undefined && !team.own;
}

function secretScreen([first, second, third, fourth, fifth]: string[]): { plain: boolean; screen: ComponentChildren } {
  if (first === 't' && second) {
    if (third === 'report') return { plain: true, screen: <MemberReport key={second} token={second} /> };
    return { plain: true, screen: <Answer key={second} token={second} /> };
  }
  if (first === 'r' && second && third) {
    return { plain: true, screen: <SharedReport key={second} token={second} round={third} /> };
  }
  if (first === 'k') return { plain: true, screen: second ? <Answer key={second} ticket={second} /> : <TicketEntry /> };
  if (first === 'o' && second) return { plain: false, screen: <OrganiserEntry key={second} token={second} /> };
  if (first === 'recover') return { plain: false, screen: <Recover /> };
  if (first === 'team' && second) {
    const screen = teamScreen(second, third, fourth, fifth);
    if (screen) return { plain: false, screen: opensByLink(second) ? screen : <TeamGate key={second} team={second}>{screen}</TeamGate> };
  }
  return { plain: false, screen: <Missing /> };
}

function screenAt({ language, path, fragment, query }: Place): { plain: boolean; screen: ComponentChildren } {
  if (fragment && fragment.length > 0) return secretScreen(fragment);
  return { plain: false, screen: language ? libraryScreen(path, query) : publicScreen(path, query) };
}

export function App() {
  const { plain, screen } = screenAt(place.value);
  return <Layout plain={plain}>{screen}</Layout>;
}
