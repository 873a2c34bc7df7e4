-- What a team has agreed to do. It belongs to the team and to no round: it is there until somebody takes it away.
create table action (
  id uuid primary key,
  team uuid not null references team on delete cascade,
  -- the order in which they were written down
  number integer not null,
  text text not null,
  area text,
  owner text,
  due date,
  state text not null check (state in ('open', 'done', 'dropped')),
  created_on date not null,
  unique (team, number)
);
