-- Ladders of organizations. One never changes, and a channel keeps a copy of the one it was made with.
create table ladder (
  organization_id text        not null,
  name            text        not null,
  definition      jsonb       not null,
  metadata        jsonb       not null,
  created_at      timestamptz not null,
  primary key (organization_id, name)
);

alter table ladder enable row level security;
alter table ladder force row level security;
create policy tenant on ladder using (onair_sees(organization_id)) with check (onair_sees(organization_id));
