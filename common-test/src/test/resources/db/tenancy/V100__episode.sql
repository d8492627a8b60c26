create table episode (
  organization_id text not null,
  name            text not null
);

alter table episode enable row level security;
alter table episode force row level security;
create policy tenant on episode using (onair_sees(organization_id)) with check (onair_sees(organization_id));
