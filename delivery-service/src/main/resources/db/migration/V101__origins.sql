-- Origins of every kind that have announced themselves; packaging groups were the first.
create table origin (
  id            text        primary key,
  kind          text        not null,
  domain        text        not null,
  -- what of the distribution's paths it serves
  paths         text[]      not null,
  -- of the event that said so
  version       bigint      not null,
  first_seen_at timestamptz not null
);

insert into origin (id, kind, domain, paths, version, first_seen_at)
select name, 'mediapackagev2', egress_domain, array['/out/v1/' || name || '/*'], version, first_seen_at
from packaging_group;

drop table packaging_group;

-- What was last told of the distribution, and whether it is to be told again.
create table distribution_announcement (
  id       text    primary key,
  version  bigint  not null,
  base_url text,
  announce boolean not null
);

-- What plays through an ad configuration instead of straight from its origin.
create table ad_route (
  -- of the ad configuration; a removed one stays, and nothing late brings it back
  resource_id     text        primary key,
  organization_id text        not null,
  playback_id     text        not null,
  version         bigint      not null,
  hls_path        text,
  dash_path       text,
  removed         boolean     not null
);

create index ad_route_playback on ad_route (playback_id);
