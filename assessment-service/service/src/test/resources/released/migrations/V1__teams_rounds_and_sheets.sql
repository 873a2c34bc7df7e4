-- Nothing in a row about answers says who, when, in which order or from where: no timestamp, serial,
-- address or time-ordered id in ticket, pending_sheet, sheet and comment. See the privacy document.

create table team (
  id uuid primary key,
  name text not null,
  locale text not null,
  goal text,
  initiatives integer not null,
  roles_present json not null
);

create table round (
  id uuid primary key,
  team uuid not null references team on delete cascade,
  -- position among the team's rounds, from 1
  number integer not null,
  state text not null check (state in ('open', 'closed')),
  instrument_id text not null,
  instrument_version integer not null,
  instrument_hash text not null,
  -- the published instrument in all languages: from here on the round needs nobody else for it
  instrument_document text not null,
  k integer not null check (k >= 3),
  size integer not null check (size >= k),
  initiatives integer not null,
  entry text not null check (entry in ('open', 'tickets')),
  live text not null check (live in ('turnout', 'batches')),
  member_results text not null check (member_results in ('after-close', 'none')),
  newcomers integer,
  deadline timestamptz,
  opened_on date not null,
  closed_on date,
  -- a submission may be repeated until then; about the release, not about any sheet
  replay_until timestamptz,
  received integer not null default 0 check (received >= 0 and received <= size),
  released integer not null default 0 check (released >= 0 and released <= received),
  version integer not null default 1,
  unique (team, number)
);
create index round_deadline on round (deadline) where state = 'open' and deadline is not null;
create index round_replay on round (replay_until) where replay_until is not null;

create table capability (
  -- SHA-256 of the secret; the secret itself is stored nowhere
  hash bytea primary key,
  kind text not null check (kind in ('organiser', 'recovery', 'member')),
  team uuid not null references team on delete cascade,
  round uuid references round on delete cascade,
  check ((kind = 'member') = (round is not null))
);
create index capability_team on capability (team);
create index capability_round on capability (round);

create table ticket (
  hash bytea primary key,
  round uuid not null references round on delete cascade,
  spent boolean not null default false,
  key_digest bytea,
  body_digest bytea,
  receipt text
);
create index ticket_round on ticket (round);

create table pending_sheet (
  round uuid not null references round on delete cascade,
  -- in the order of the round's items, areas and scenarios; -1 = don't know
  answers smallint[] not null,
  coverage smallint[] not null,
  votes smallint[] not null,
  comments json
);
create index pending_sheet_round on pending_sheet (round);

create table sheet (
  round uuid not null references round on delete cascade,
  answers smallint[] not null,
  coverage smallint[] not null,
  votes smallint[] not null
);
create index sheet_round on sheet (round);

create table comment (
  round uuid not null references round on delete cascade,
  area text not null,
  text text not null
);
create index comment_round on comment (round);

create table report (
  round uuid not null references round on delete cascade,
  -- the round's version at the release
  version integer not null,
  engine text not null,
  released integer not null,
  -- what the engine was given beside the released sheets
  inputs json not null,
  -- what it answered, as codes and numbers
  document json not null,
  primary key (round, version)
);
