-- Addresses that are told of an organization's events.
create table webhook (
  id               text        primary key,
  organization_id  text        not null,
  url              text        not null,
  description      text,
  -- of events that are told; none for all
  types            text[]      not null,
  status           text        not null check (status in ('enabled', 'disabled')),
  disabled_reason  text,
  metadata         jsonb       not null,
  -- AES-256-GCM under onair.account.webhook.secret-key
  secret           bytea       not null,
  -- the one before, good for a while after a rotation
  old_secret       bytea,
  old_secret_until timestamptz,
  -- sequence up to which there are deliveries
  position         bigint      not null,
  -- of the first attempt that failed since one went well
  failing_since    timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null default 1
);

create index webhook_organization on webhook (organization_id, id desc);

-- One event for one webhook.
create table webhook_delivery (
  id              text        primary key,
  organization_id text        not null,
  webhook_id      text        not null references webhook (id) on delete cascade,
  -- deliveries of one resource go out in this order, one at a time
  place           bigint      generated always as identity,
  sequence        bigint      not null,
  event_id        text        not null,
  type            text        not null,
  resource_id     text        not null,
  status          text        not null check (status in ('pending', 'succeeded', 'failed', 'cancelled')),
  tries           integer     not null default 0,
  -- when it is tried next, or the try under way counts as lost; null behind an earlier one of its resource, and at the end
  due_at          timestamptz,
  redelivery      boolean     not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  check (status = 'pending' or due_at is null)
);

create index webhook_delivery_list on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, place) where due_at is not null;
create index webhook_delivery_lane on webhook_delivery (webhook_id, resource_id, place) where status = 'pending';
create index webhook_delivery_age on webhook_delivery (ended_at) where ended_at is not null;

-- What came of each try.
create table webhook_attempt (
  organization_id text        not null,
  delivery_id     text        not null references webhook_delivery (id) on delete cascade,
  number          integer     not null,
  started_at      timestamptz not null,
  took_millis     bigint      not null,
  -- null when no answer came
  status          integer,
  failure         text,
  -- how the answer began
  reply           text,
  primary key (delivery_id, number)
);

alter table webhook enable row level security;
alter table webhook force row level security;
create policy tenant on webhook using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy tenant on webhook_delivery using (onair_sees(organization_id)) with check (onair_sees(organization_id));
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy tenant on webhook_attempt using (onair_sees(organization_id)) with check (onair_sees(organization_id));
