/** The documents of the API as the screens read them; operations.ts checks them against the contract. */
export type RoleId = string;
export type SideId = 'product' | 'project' | 'programme';
export type ScoredRole = 'product-manager' | 'project-manager' | 'programme-manager';
export type Quadrant = 'VACANT' | 'UNSUPPORTED' | 'INFORMAL' | 'FINE';

export interface RoleItem { id: RoleId; name: string; summary: string; scored: boolean }

export interface Role extends RoleItem {
  definition: string;
  focus: { question: string; text: string };
  skills: string[];
  tasks: { id: string; name: string; text: string; areas: string[] }[];
  responsibilities: { id: string; name: string; text: string }[];
  dayInTheLife: { time: string; text: string; touches?: { role: RoleId; text: string } | null }[];
  challenges: { id: string; name: string; text: string }[];
  notThisRole: string[];
  worksWith: { role: RoleId | null; text: string }[];
  variants: { id: string; name: string; text: string }[];
  sources: { name: string; url?: string | null }[];
  taxonomy: { scheme: string; code?: string | null; name: string; uri?: string | null }[];
}

export interface Comparison { aspects: { aspect: string; name?: string; values: Record<RoleId, string | string[]> }[] }

export interface Scenario {
  id: string; title: string; situation: string; signals: string[]; roles: RoleId[]; advice: string;
  why?: string; butWhen?: string | null;
}

export interface GuideItem { id: string; title: string; summary: string }
export interface Guide extends GuideItem {
  when: string;
  steps: { name: string; text: string }[];
  roles: RoleId[];
  template: { filename: string; markdown: string };
}

export interface Term { id: string; term: string; definition: string; example?: string | null; roles: RoleId[] }

export interface Instrument {
  id: string; version: number; hash: string; name: string; summary: string; intro: string; stem: string;
  periodWeeks: number; minutes: number;
  scale: { points: { value: number; label: string }[]; dontKnow: string };
  sides: { id: SideId; role: RoleId; option: string; minimumInitiatives: number; name: string }[];
  areas: { id: string; side: SideId; name: string; description: string; question: string }[];
  items: { id: string; area: string; text: string }[];
  coverage: { question: string; options: { value: number; label: string; creditPercent: number }[]; dontKnow: string };
  scenarios: { id: string; text: string; options: { id: string; side: SideId | null; text: string }[] }[];
}

export interface Team {
  id: string; name: string; locale: string;
  context: { goal?: string | null; initiatives: number; rolesPresent: RoleId[] };
}

export interface Round {
  id: string; state: 'open' | 'closed';
  instrument: { id: string; version: number; hash: string };
  k: number; size: number; entry: 'open' | 'tickets'; live: 'turnout' | 'batches'; memberResults: 'after-close' | 'none';
  initiatives: number; deadline: string | null; openedOn: string; closedOn: string | null;
  turnout: { n: number; size: number; version: number };
  heldBack: number;
}

export interface Participation {
  state: string; size: number; k: number; entry: 'open' | 'tickets'; memberResults: 'after-close' | 'none';
  team: { name: string }; initiatives: number; locale: string;
  instrument: { id: string; version: number; hash: string };
  promise: { code: string; text: string }[];
  round?: string;
}

export interface Privacy { promise?: { code: string; text: string }[]; items?: { code: string; text: string }[] }

export interface Finding { code: string; role?: RoleId | null; area?: string | null; text: string }

export interface ReportRole {
  id: ScoredRole; name: string; struggle: number | null; gap: number | null; quadrant: Quadrant | null;
  usable: boolean; interval?: [number, number] | number[] | null;
}

export interface ReportArea {
  id: string; name: string; role: RoleId; struggle: number | null; gap: number | null; quadrant: Quadrant | null;
  distribution: number[] | null; dontKnow: number | null; coverage: number[] | null;
  agreement?: { adMean: number; rwgjLindell: number | null; chance95: number | null } | null;
  split: boolean; question: string; usable: boolean; comments?: string[];
}

export interface Stability {
  leaveOnePersonOut: { flips: boolean };
  leaveOneAreaOut: { flips: boolean; areas: string[] };
  missingAnswers: { invited: number; missing: number; couldFlip: boolean };
  wording: { same: boolean | null };
  scenarios: { agree: boolean | null };
}

export interface Report {
  round: { id: string; openedOn: string; closedOn: string | null; team: { name: string } };
  instrument: { id: string; version: number; hash: string };
  engine: string; locale: string; example?: boolean; n: number; received: number; size: number; heldBack: number; k: number;
  verdict: {
    code: string; firmness: 'firm' | 'provisional' | 'leaning' | null; confidence: 'high' | 'medium' | 'low' | null; rule: string;
    also: string[]; findings: Finding[]; fillFirst?: RoleId | null; because: Finding[];
    form: string[]; forms: { code: string; text: string }[]; twoHats: boolean; title: string; text: string;
  };
  roles: ReportRole[];
  areas: ReportArea[];
  stability: Stability | null;
  method: { struggleGate: number; gapGate: number; coverage?: { value: number; label: string; creditPercent: number }[] };
  nextSteps: { code: string; role?: RoleId | null; area?: string | null; title: string; text: string }[];
}
