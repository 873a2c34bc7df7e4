import type { components } from './schema';

type Schemas = components['schemas'];

/** Names for the contract's documents; the shapes come from the contract itself. */
export type SideId = Schemas['SideId'];
export type Quadrant = Exclude<Schemas['Quadrant'], null>;
export type RoleItem = Schemas['RoleSummary'];
export type Role = Schemas['Role'];
export type Brief = Schemas['RoleBrief'];
export type BriefVariant = Brief['variant']['id'];
export type Comparison = Schemas['RoleComparison'];
export type Scenario = Schemas['Scenario'];
export type ScenarioItem = Schemas['ScenarioSummary'];
export type Advice = Schemas['ScenarioAdvice'];
export type ResponsibilityItem = Schemas['ResponsibilityList']['items'][number];
export type Responsibility = Schemas['Responsibility'];
export type SearchResult = Schemas['SearchResult'];
export type SearchHit = Schemas['SearchHit'];
export type GuideItem = Schemas['GuideSummary'];
export type Guide = Schemas['Guide'];
export type Glossary = Schemas['Glossary'];
export type Instrument = Schemas['Instrument'];
export type InstrumentItem = Schemas['InstrumentSummary'];
export type Team = Schemas['Team'];
export type NewTeam = Schemas['NewTeam'];
export type NewRound = Schemas['NewRound'];
export type Round = Schemas['Round'];
export type NewShare = Schemas['NewShare'];
export type Share = Schemas['Share'];
/** Without the turnout: members never see a count. */
export type Participation = Omit<Schemas['Participation'], 'turnout'>;
export type Session = Schemas['Session'];
export type OwnTeam = Schemas['OwnTeam'];
export type Sheet = Schemas['Sheet'];
export type Privacy = Schemas['Privacy'];
export type Report = Schemas['Report'];
export type RoundInTrend = Schemas['RoundInTrend'];
export type Action = Schemas['Action'];
export type NewAction = Schemas['NewAction'];
export type ActionChange = Schemas['ActionChange'];
export type TrendChange = Schemas['TrendChange'];
export type ReportRole = Schemas['RoleScore'];
export type ReportArea = Schemas['AreaScore'];
