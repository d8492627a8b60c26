-- Stretches of broadcasts that somebody wants to keep; rows stay when the channel is gone, as sessions do.
create table clip (
  id              text        primary key,
  organization_id text        not null,
  channel_id      text        not null,
  session_id      text        not null,
  version         bigint      not null,
  name            text        not null,
  metadata        jsonb       not null,
  status          text        not null check (status in ('pending', 'ready', 'failed')),
  reason          text,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  asset_id        text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  check (start_at < end_at)
);

create index clip_list on clip (organization_id, channel_id, id desc);
-- What was packaged is kept for these.
create index clip_pending on clip (channel_id) where status = 'pending';

alter table clip enable row level security;
alter table clip force row level security;
create policy tenant on clip using (onair_sees(organization_id)) with check (onair_sees(organization_id));
