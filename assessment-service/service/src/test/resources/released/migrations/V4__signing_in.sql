-- Signing in, where an organisation wants it. Moments may stand here: nothing of it points at a ticket or a sheet,
-- and no row about answers points back. Moments are kept in steps of five minutes only.

alter table round drop constraint round_entry_check;
alter table round add constraint round_entry_check check (entry in ('open', 'tickets', 'signed-in'));

create table identity (
  id uuid primary key,
  -- SHA-256 over the issuer and its word for somebody; no name, no e-mail address
  fingerprint bytea not null unique
);

create table session (
  -- SHA-256 of the cookie's secret
  hash bytea primary key,
  identity uuid not null references identity on delete cascade,
  idle_minutes integer not null check (idle_minutes > 0),
  idle_until timestamptz not null,
  ends timestamptz not null
);
create index session_identity on session (identity);
create index session_ends on session (least(idle_until, ends));

-- between leaving for the issuer and coming back; ten minutes, used once
create table login_attempt (
  hash bytea primary key,
  state_digest bytea not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  ends timestamptz not null
);
create index login_attempt_ends on login_attempt (ends);

create table team_owner (
  team uuid not null references team on delete cascade,
  identity uuid not null references identity on delete cascade,
  primary key (team, identity)
);
create index team_owner_identity on team_owner (identity);

-- an organiser token that dies with the session it was made for
alter table capability add column session bytea references session on delete cascade;
alter table capability add constraint capability_session_check check (session is null or kind = 'organiser');
create index capability_session on capability (session) where session is not null;

-- Who has drawn a ticket in a round with entry signed-in, and never which. The mark is a keyed hash that is another one
-- in every round; all marks of a round are written anew in random order with every draw, and go when the round is done.
create table drawn (
  round uuid not null references round on delete cascade,
  mark bytea not null,
  primary key (round, mark)
);
