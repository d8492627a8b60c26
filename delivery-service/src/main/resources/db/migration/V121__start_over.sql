-- Since when there is media of the present broadcast, and how far back the origin keeps it.
alter table playback
  add column start_over_since   timestamptz,
  add column start_over_seconds bigint;
