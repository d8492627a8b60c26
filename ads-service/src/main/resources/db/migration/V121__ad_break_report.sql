-- What is known of each break, step by step. What was decided or told before this was kept is empty: nobody counted it.

-- When we last told an outcome.
alter table ad_break add column outcome_at timestamptz;
create index ad_break_channel on ad_break (organization_id, channel_id);

-- Viewers' sessions, each counted once; empty for all of an avail of which some were not counted.
alter table avail
  add column first_asked_at timestamptz,
  add column sessions       bigint,
  add column asked_millis   bigint,
  -- of what was asked
  add column filled_millis  bigint;
create index avail_organization on avail (organization_id, first_asked_at);

-- Which sessions were counted; forgotten when none of them can ask again.
create table avail_session (
  organization_id text        not null,
  playback_id     text        not null,
  splice_event_id bigint      not null,
  -- made of MediaTailor's own id, which is not kept
  session         text        not null,
  asked_at        timestamptz not null,
  primary key (playback_id, splice_event_id, session)
);

create index avail_session_old on avail_session (asked_at);

alter table avail_session enable row level security;
alter table avail_session force row level security;
create policy tenant on avail_session using (onair_sees(organization_id)) with check (onair_sees(organization_id));

-- How many sessions an ad was chosen for.
create table avail_creative (
  organization_id text   not null,
  playback_id     text   not null,
  splice_event_id bigint not null,
  campaign_id     text   not null,
  creative_id     text   not null,
  decisions       bigint not null,
  primary key (playback_id, splice_event_id, campaign_id, creative_id)
);

alter table avail_creative enable row level security;
alter table avail_creative force row level security;
create policy tenant on avail_creative using (onair_sees(organization_id)) with check (onair_sees(organization_id));

-- In which break it was shown; empty for a film's ads.
alter table beacon
  add column splice_event_id bigint,
  -- of VAST; empty unless a player told one
  add column error_code      int;
create index beacon_break on beacon (playback_id, splice_event_id) where splice_event_id is not null;
