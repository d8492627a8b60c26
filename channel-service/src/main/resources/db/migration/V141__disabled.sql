-- A channel that is disabled is off the air, has nothing in AWS, and refuses to be started.
alter table channel drop constraint channel_desired_check;
alter table channel add constraint channel_desired_check
  check (desired in ('stopped', 'ready', 'running', 'disabled', 'deleted'));
alter table channel drop constraint channel_status_check;
alter table channel add constraint channel_status_check check (status in
  ('idle', 'starting', 'waiting', 'live', 'reconnecting', 'stopping', 'disabled', 'failed', 'deleted'));
