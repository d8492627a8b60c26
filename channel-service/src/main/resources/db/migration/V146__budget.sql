-- What may be spent in a calendar month, for all of an organization or for one of its channels.
create table budget (
  id              text        primary key,
  organization_id text        not null,
  -- 'organization', or the channel's id
  subject         text        not null,
  -- grows with each change; ETag of the API and version of the events
  version         bigint      not null,
  -- in USD
  cap             numeric     not null check (cap >= 0),
  -- how far it was seen to be spent, and in which month, such as 2026-11
  level           text        not null check (level in ('within', 'warned', 'exceeded')),
  month           text        not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  unique (organization_id, subject)
);

create index budget_list on budget (organization_id, id desc);
-- what was billed in a month
create index usage_interval_organization on usage_interval (organization_id, started_at);

alter table budget enable row level security;
alter table budget force row level security;
create policy tenant on budget using (onair_sees(organization_id)) with check (onair_sees(organization_id));
