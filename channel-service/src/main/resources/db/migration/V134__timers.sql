-- What takes a channel off the air by itself; a channel about which nothing was said has no row.
create table channel_timers (
  channel_id               text    primary key,
  organization_id          text    not null,
  -- grows with each change; ETag of the API and version of the events
  version                  bigint  not null,
  -- 0 for never, absent for what the installation says
  never_connected_seconds  integer,
  input_lost_seconds       integer,
  maximum_duration_seconds integer,
  -- of those that count: since when, by how much they were extended, what was warned of
  progress                 jsonb   not null
);

alter table channel_timers enable row level security;
alter table channel_timers force row level security;
create policy tenant on channel_timers using (onair_sees(organization_id)) with check (onair_sees(organization_id));
