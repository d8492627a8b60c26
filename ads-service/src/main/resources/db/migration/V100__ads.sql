-- Channels as their service tells them. A removed one stays, so that nothing late brings it back.
create table channel (
  id              text        primary key,
  organization_id text        not null,
  playback_id     text        not null unique,
  -- of the event this is from; a lower one changes nothing
  version         bigint      not null,
  -- where it is packaged; absent while it is not
  origin_path     text,
  hls             text,
  dash            text,
  ads_enabled     boolean     not null,
  slate_asset_id  text,
  removed         boolean     not null
);

-- Assets as their service tells them.
create table asset (
  id              text        primary key,
  organization_id text        not null,
  playback_id     text        not null unique,
  version         bigint      not null,
  origin_path     text,
  hls             text,
  dash            text,
  -- the whole film in one file; absent when none was made or it is not ready
  mp4_path        text,
  duration_millis bigint,
  width           int,
  height          int,
  ready           boolean     not null,
  removed         boolean     not null
);

-- Under which address viewers reach the CDN.
create table viewer_address (
  id       text   primary key,
  base_url text   not null,
  version  bigint not null
);

create table creative (
  id                text        primary key,
  organization_id   text        not null,
  version           bigint      not null,
  name              text        not null,
  asset_id          text        not null,
  click_through_url text,
  metadata          jsonb       not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null
);

create index creative_list on creative (organization_id, id desc);

create table campaign (
  id              text        primary key,
  organization_id text        not null,
  version         bigint      not null,
  name            text        not null,
  -- all of them exist: a creative in use cannot be deleted
  creative_ids    text[]      not null,
  -- how often its ads are shown, compared to others
  weight          int         not null check (weight between 1 and 1000),
  starts_at       timestamptz,
  ends_at         timestamptz,
  status          text        not null check (status in ('active', 'paused')),
  metadata        jsonb       not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

create index campaign_list on campaign (organization_id, id desc);
create index campaign_active on campaign (organization_id) where status = 'active';
create index campaign_creatives on campaign using gin (creative_ids);

-- Where ads are put in, one per playback id; stays as a memory when it is removed, so that versions
-- only grow.
create table placement (
  playback_id      text        primary key,
  id               text        not null unique,
  organization_id  text        not null,
  kind             text        not null check (kind in ('channel', 'asset')),
  -- grows with each visible change; ETag of the API and version of the events
  version          bigint      not null,
  wanted           boolean     not null,
  status           text        not null check (status in
                     ('pending', 'ready', 'removing', 'deleted')),
  reason           text,
  pre_roll_seconds int         check (pre_roll_seconds between 1 and 600),
  slate_asset_id   text,
  metadata         jsonb       not null,
  -- known once MediaTailor has told them
  hls_path         text,
  dash_path        text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);

create index placement_list on placement (organization_id, id desc);
create index placement_slate on placement (slate_asset_id) where slate_asset_id is not null;

-- MediaTailor's host in this account and region, as last told to the delivery service.
create table tailor_host (
  domain  text   primary key,
  version bigint not null
);

-- Decisions asked for a splice event, added up.
create table avail (
  playback_id     text        not null,
  splice_event_id bigint      not null,
  decisions       bigint      not null,
  least_millis    bigint      not null,
  most_millis     bigint      not null,
  asked_at        timestamptz not null,
  primary key (playback_id, splice_event_id)
);

-- Ad breaks the channel service signalled, and what we told of them.
create table ad_break (
  id              text        primary key,
  organization_id text        not null,
  channel_id      text        not null,
  playback_id     text        not null,
  splice_event_id bigint      not null,
  duration_millis bigint      not null,
  outcome         text        check (outcome in ('filled', 'underfilled', 'slate')),
  version         bigint      not null,
  signalled_at    timestamptz not null
);

create index ad_break_splice on ad_break (playback_id, splice_event_id);

-- What was seen. The key makes each thing count once.
create table beacon (
  impression_id   text        not null,
  event           text        not null,
  organization_id text        not null,
  campaign_id     text        not null,
  creative_id     text        not null,
  playback_id     text        not null,
  day             date        not null,
  received_at     timestamptz not null,
  primary key (impression_id, event)
);

create index beacon_report on beacon (organization_id, campaign_id, creative_id, day);
