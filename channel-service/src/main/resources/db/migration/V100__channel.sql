-- Live channels: one row each, removed once nothing of the channel is left in AWS.
create table channel (
  id                 text        primary key,
  organization_id    text        not null,
  playback_id        text        not null unique,
  -- grows with each visible change; ETag of the API and version of the events
  version            bigint      not null,
  name               text        not null,
  metadata           jsonb       not null,
  -- what its broadcasts should be
  spec               jsonb       not null,
  -- AES-256-GCM, bound to organization and id
  stream_key         bytea       not null,
  desired            text        not null check (desired in ('stopped', 'running', 'deleted')),
  status             text        not null check (status in
                       ('idle', 'starting', 'waiting', 'live', 'reconnecting', 'stopping', 'failed', 'deleted')),
  provisioning       text        not null,
  health             text        not null,
  status_reason      text,
  -- memory of the reconciler: since the last wish, and what there is in AWS
  run                jsonb       not null,
  holdings           jsonb       not null,
  -- out of holdings, to find the channel an event of AWS is about
  encoder_id         text,
  operation_id       text        not null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null
);

create index channel_list on channel (organization_id, id desc);
create index channel_encoder on channel (encoder_id) where encoder_id is not null;

-- What users asked for and how far it has come; outlives what it is about.
create table operation (
  id              text        primary key,
  organization_id text        not null,
  type            text        not null,
  resource_id     text        not null,
  status          text        not null check (status in
                    ('queued', 'running', 'succeeded', 'failed', 'compensating', 'stuck')),
  reason          text,
  steps           jsonb       not null,
  created_at      timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz
);

create index operation_resource on operation (resource_id, id);

-- The packaging group all channels of the installation share.
create table packaging_group (
  name            text        primary key,
  -- version of the last event about it
  version         bigint      not null,
  -- absent until AWS has made it
  egress_domain   text,
  -- the service has started since it was last announced
  announce        boolean     not null
);
