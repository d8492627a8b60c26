-- Each time a channel was on air; kept when the channel is gone.
create table session (
  id                 text        primary key,
  organization_id    text        not null,
  channel_id         text        not null,
  playback_id        text        not null,
  name               text        not null,
  version            bigint      not null,
  started_at         timestamptz not null,
  ended_at           timestamptz,
  -- nothing of a recorded session was packaged before this; absent when it is not recorded
  kept               timestamptz,
  packaging_group    text,
  packaging_channel  text,
  packaging_endpoint text,
  recording          text        not null check (recording in ('none', 'pending', 'ready', 'errored')),
  asset_id           text,
  recording_reason   text
);

create index session_list on session (organization_id, channel_id, id desc);
-- a channel is on air once at a time
create unique index session_on_air on session (channel_id) where ended_at is null;
create index session_recording on session (channel_id) where recording = 'pending';

-- Breaks in a broadcast that ads may fill.
create table ad_break (
  id               text        primary key,
  organization_id  text        not null,
  channel_id       text        not null,
  playback_id      text        not null,
  version          bigint      not null,
  status           text        not null check (status in
                     ('scheduled', 'signalled', 'filled', 'underfilled', 'slate', 'failed', 'cancelled')),
  reason           text,
  duration_seconds integer     not null,
  -- as asked for; absent for at once
  start_at         timestamptz,
  -- what the splice insert carries
  splice_event_id  bigint      not null unique,
  signalled_at     timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);

create index ad_break_list on ad_break (organization_id, channel_id, id desc);

create sequence splice_event as bigint minvalue 1 maxvalue 4294967295 cycle;
