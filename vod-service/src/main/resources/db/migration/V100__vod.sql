-- The bucket as it was last told as an origin.
create table bucket (
  name     text    primary key,
  -- of the last event about it
  version  bigint  not null,
  -- it is to be told again
  announce boolean not null
);

-- Files on their way into assets; rows stay as history.
create table upload (
  id              text        primary key,
  organization_id text        not null,
  asset_id        text        not null,
  version         bigint      not null,
  file_name       text        not null,
  content_type    text        not null,
  size_bytes      bigint      not null,
  part_size_bytes bigint      not null,
  -- what S3 calls it
  multipart_id    text        not null,
  -- parts that make the file, once compared with what the client named
  agreed          jsonb       not null,
  wish            text        not null check (wish in ('open', 'completed', 'dropped')),
  status          text        not null check (status in
                    ('waiting', 'uploading', 'completed', 'cancelled', 'timed_out', 'errored')),
  reason          text,
  -- nothing of it is left to do in S3
  closed          boolean     not null,
  expires_at      timestamptz not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

-- What plays on demand, or will: one row each, removed once nothing of it is left in AWS.
create table asset (
  id              text        primary key,
  organization_id text        not null,
  playback_id     text        not null unique,
  -- grows with each visible change; ETag of the API and version of the events
  version         bigint      not null,
  name            text        not null,
  metadata        jsonb       not null,
  mp4_download    boolean     not null,
  source          jsonb       not null,
  status          text        not null check (status in
                    ('waiting_for_upload', 'probing', 'processing', 'ready', 'errored', 'deleted')),
  state           jsonb       not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

create index asset_list on asset (organization_id, id desc);

-- Broadcasts that became assets; a row stays, so that none becomes a second one.
create table recording (
  session_id text primary key,
  asset_id   text
);

-- Where viewers reach the bucket, as the delivery service tells it.
create table distribution (
  id       text   primary key,
  -- of the event that said so
  version  bigint not null,
  base_url text   not null
);
