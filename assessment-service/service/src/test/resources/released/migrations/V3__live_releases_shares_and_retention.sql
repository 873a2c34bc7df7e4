-- A report of a release while the round was open, and what was shown of each figure so far: sums of at
-- least max(3, k - 1) people each, against which the next release is held. Null without live values.
alter table report add column live boolean not null default false;
alter table report add column shown json;

-- The handle is random and says nothing; with it an organiser can hide one comment. Comments of a release
-- while the round is open wait, not shown, for its close.
alter table comment add column handle uuid not null default gen_random_uuid();
alter table comment add column hidden boolean not null default false;
alter table comment add column shown boolean not null default true;

-- A link that reads the report of one closed round.
create table share (
  id uuid primary key,
  round uuid not null references round on delete cascade,
  -- SHA-256 of the secret; the secret itself is stored nowhere
  hash bytea not null unique,
  comments boolean not null,
  expires_at timestamptz not null,
  created_on date not null
);
create index share_round on share (round);

-- The last day on which the organiser did something to the team; tells a forgotten team.
alter table team add column touched_on date not null default current_date;
