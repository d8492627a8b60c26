-- Clips that became assets; a row stays, so that none becomes a second one.
create table clip (
  clip_id         text primary key,
  organization_id text not null,
  asset_id        text
);

alter table clip enable row level security;
alter table clip force row level security;
create policy tenant on clip using (onair_sees(organization_id)) with check (onair_sees(organization_id));
