-- That what a resting channel keeps in AWS is to go now; counts for a rest that began before it was asked for.
create table release (
  channel_id      text        primary key,
  organization_id text        not null,
  asked_at        timestamptz not null
);

alter table release enable row level security;
alter table release force row level security;
create policy tenant on release using (onair_sees(organization_id)) with check (onair_sees(organization_id));
