-- A channel that is wanted ready has all of it in AWS, and nothing runs.
alter table channel drop constraint channel_desired_check;
alter table channel add constraint channel_desired_check check (desired in ('stopped', 'ready', 'running', 'deleted'));

-- Channels that are wanted on air, or ready for it, whatever of them is there by now.
create or replace function quota_channels() returns table (id text, spec jsonb) language plpgsql as $$
declare
  seen text := coalesce(current_setting('onair.organization', true), '');
begin
  perform set_config('onair.organization', '*', true);
  return query select channel.id, channel.spec from channel where desired in ('running', 'ready');
  perform set_config('onair.organization', seen, true);
end
$$;

-- A time on air that was planned ahead.
create table broadcast (
  id              text        primary key,
  organization_id text        not null,
  channel_id      text        not null,
  playback_id     text        not null,
  version         bigint      not null,
  metadata        jsonb       not null,
  status          text        not null check (status in
                    ('scheduled', 'preparing', 'on_air', 'ended', 'cancelled', 'missed')),
  reason          text,
  start_at        timestamptz not null,
  -- absent for until somebody stops the channel
  stop_at         timestamptz,
  -- when the channel was in fact wanted on air for it, and when no longer
  started_at      timestamptz,
  ended_at        timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

create index broadcast_list on broadcast (organization_id, channel_id, id desc);
-- Those that are still to come or going on.
create index broadcast_open on broadcast (channel_id) where status in ('scheduled', 'preparing', 'on_air');

alter table broadcast enable row level security;
alter table broadcast force row level security;
create policy tenant on broadcast using (onair_sees(organization_id)) with check (onair_sees(organization_id));
