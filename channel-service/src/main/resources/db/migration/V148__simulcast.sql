-- Servers of others that a channel is pushed to; removed once no encoder pushes there any more.
create table simulcast_target (
  id               text        primary key,
  organization_id  text        not null,
  channel_id       text        not null,
  -- grows with each visible change; ETag of the API
  version          bigint      not null,
  name             text        not null,
  metadata         jsonb       not null,
  -- without the key
  url              text        not null,
  -- AES-256-GCM, bound to organization and id
  stream_key       bytea       not null,
  status           text        not null check (status in
                     ('idle', 'starting', 'broadcasting', 'errored', 'deleted')),
  reason           text,
  deleted          boolean     not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);

create index simulcast_target_channel on simulcast_target (channel_id, id desc);

alter table simulcast_target enable row level security;
alter table simulcast_target force row level security;
create policy tenant on simulcast_target using (onair_sees(organization_id)) with check (onair_sees(organization_id));
