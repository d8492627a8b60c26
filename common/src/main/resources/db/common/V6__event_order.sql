-- How many events each resource has told here. The next one's number is one more, so that whoever keeps them can put them
-- in order and knows when one is missing.
create table event_number (
  resource_id text   primary key,
  last        bigint not null
);

-- Whether the event is told again until whoever keeps events says it has it: those of an organization are.
alter table outbox add column confirm boolean not null default false;

-- Events EventBridge has taken and nobody has confirmed yet.
create table unconfirmed_event (
  event_id    text        primary key,
  type        text        not null,
  resource_id text        not null,
  detail      text        not null,
  created_at  timestamptz not null,
  -- when it is told again, and how often it was
  again_at    timestamptz not null,
  tries       integer     not null default 0
);

create index unconfirmed_event_due on unconfirmed_event (again_at);
