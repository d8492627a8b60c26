-- What a channel's contribution is passed on by; removed once nothing of it is left in AWS.
create table share (
  id               text        primary key,
  organization_id  text        not null,
  channel_id       text        not null,
  -- grows with each visible change; ETag of the API
  version          bigint      not null,
  name             text        not null,
  allowed_cidrs    jsonb       not null,
  -- AES-256-GCM, bound to organization and id
  passphrase       bytea       not null,
  port             integer     not null unique,
  -- host:port as AWS says
  address          text,
  status           text        not null check (status in
                     ('idle', 'starting', 'ready', 'connected', 'errored', 'deleted')),
  reason           text,
  deleted          boolean     not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);

create index share_channel on share (channel_id, id desc);
