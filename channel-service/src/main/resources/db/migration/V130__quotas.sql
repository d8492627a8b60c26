-- What AWS told last of each quota of onair.channel.quota.Quota.
create table quota_reading (
  quota   text        primary key,
  -- how many there may be in the account
  allowed integer     not null,
  -- how many of them are not of this installation
  others  integer     not null,
  read_at timestamptz not null
);

comment on table quota_reading is 'Of no organization: an account''s quotas are shared by all';

-- What this installation has in AWS or is about to have, of all organizations, by nothing but owner and kind: a quota is
-- shared, and whoever asks how much of it is left must not see whose the rest is.
create function quota_resources() returns table (owner text, kind text) language plpgsql as $$
declare
  seen text := coalesce(current_setting('onair.organization', true), '');
begin
  perform set_config('onair.organization', '*', true);
  return query select resource.owner, resource.kind from resource
    where desired = 'PRESENT' or physical_id is not null or doubt_until is not null;
  perform set_config('onair.organization', seen, true);
end
$$;

-- Channels that are wanted on air, whatever of them is there by now.
create function quota_channels() returns table (id text, spec jsonb) language plpgsql as $$
declare
  seen text := coalesce(current_setting('onair.organization', true), '');
begin
  perform set_config('onair.organization', '*', true);
  return query select channel.id, channel.spec from channel where desired = 'running';
  perform set_config('onair.organization', seen, true);
end
$$;
