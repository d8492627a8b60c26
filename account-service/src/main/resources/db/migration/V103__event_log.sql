-- What happened to each organization's resources, in one order that never changes: sequence is 1, 2, 3, … without a gap.
create table event (
  organization_id  text        not null,
  sequence         bigint      not null,
  id               text        not null,
  type             text        not null,
  created_at       timestamptz not null,
  resource_object  text        not null,
  resource_id      text        not null,
  resource_version bigint      not null,
  -- public fields only
  data             json        not null,
  primary key (organization_id, sequence),
  unique (organization_id, id)
);

create index event_type on event (organization_id, type, sequence);
create index event_resource on event (organization_id, resource_id, sequence);

-- The last sequence given. Locked while an event is added, so whoever sees one sees all before it.
create table event_head (
  organization_id text   primary key,
  last            bigint not null
);

-- How far each service's events of a resource were taken: up to this number.
create table event_order (
  organization_id text   not null,
  source          text   not null,
  resource        text   not null,
  last            bigint not null,
  primary key (organization_id, resource, source)
);

-- Events that came before an earlier one of their resource; they wait for it.
create table held_event (
  organization_id text        not null,
  source          text        not null,
  resource        text        not null,
  number          bigint      not null,
  event_id        text        not null,
  -- the event as it came
  detail          text        not null,
  held_at         timestamptz not null,
  primary key (organization_id, resource, source, number)
);

create index held_event_age on held_event (held_at);

-- Events that are kept here and whose service does not know it yet.
create table event_receipt (
  event_id        text primary key,
  organization_id text not null,
  source          text not null
);

alter table event enable row level security;
alter table event force row level security;
create policy tenant on event using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table event_head enable row level security;
alter table event_head force row level security;
create policy tenant on event_head using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table event_order enable row level security;
alter table event_order force row level security;
create policy tenant on event_order using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table held_event enable row level security;
alter table held_event force row level security;
create policy tenant on held_event using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table event_receipt enable row level security;
alter table event_receipt force row level security;
create policy tenant on event_receipt using (onair_sees(organization_id)) with check (onair_sees(organization_id));
