-- Events waiting to be relayed to EventBridge. Rows are deleted when EventBridge has taken them.
create table outbox (
  seq         bigint generated always as identity primary key,
  event_id    text        not null unique,
  type        text        not null,
  -- events of one resource leave in the order of seq
  resource_id text        not null,
  detail      text        not null,
  created_at  timestamptz not null,
  -- not tried again before; grows while EventBridge refuses the event
  due_at      timestamptz not null,
  attempts    integer     not null default 0,
  last_error  text
);

create index outbox_order on outbox (resource_id, seq);

-- Events this service has taken, so that one that comes twice has one effect.
create table consumed_event (
  event_id    text        primary key,
  consumed_at timestamptz not null
);

create index consumed_event_age on consumed_event (consumed_at);
