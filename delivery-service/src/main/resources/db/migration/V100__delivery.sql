-- Packaging groups that have announced themselves; each is an origin of the distribution.
create table packaging_group (
  name          text        primary key,
  egress_domain text        not null,
  -- of the event that said so
  version       bigint      not null,
  first_seen_at timestamptz not null
);

-- The shared distribution as last seen.
create table distribution (
  id          text        primary key,
  status      text        not null check (status in
                ('waiting_for_origin', 'creating', 'deploying', 'deployed', 'removing', 'removed')),
  physical_id text,
  domain_name text,
  -- packaging groups that every edge serves
  served      text[]      not null,
  reason      text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);

-- What can be played, as other services tell it by events.
create table playback (
  -- of the channel; never used again, so a removed one stays here and nothing late brings it back
  resource_id     text        primary key,
  organization_id text        not null,
  playback_id     text        not null unique,
  -- of the event this is from; a lower one changes nothing
  version         bigint      not null,
  status          text        not null,
  -- where it is packaged; absent while it is not
  origin_path     text,
  hls             text,
  dash            text,
  removed         boolean     not null,
  updated_at      timestamptz not null
);
