-- Ports SRT is listened on, each by one channel or one share.
create table srt_port (
  port   integer primary key,
  -- id of a channel or a share
  owner  text    not null unique
);

-- where the broadcaster connects to; only where the protocol is srt
alter table channel add column srt_port integer;

-- What all channels are served from, by whatever AWS service; takes the place of packaging_group,
-- which is no longer written.
create table shared_origin (
  id        text    primary key,
  -- version of the last event about it
  version   bigint  not null,
  -- host that serves it; absent until AWS has made it
  domain    text,
  -- the service has started since it was last announced
  announce  boolean not null
);

insert into shared_origin (id, version, domain, announce)
select name, version, egress_domain, true from packaging_group;
