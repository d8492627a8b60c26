-- What is wanted and known of each resource in AWS. A row is committed before AWS is asked for the
-- resource and stays until it is certain that nothing of it exists and nothing can appear any more.
create table resource (
  owner           text        not null,
  kind            text        not null,
  organization_id text        not null,
  desired         text        not null check (desired in ('PRESENT', 'ABSENT')),
  -- of the last intent; never used twice for one key
  generation      bigint      not null,
  token           text        not null,
  intent_at       timestamptz,
  -- what is known about the create of this generation
  outcome         text        not null check (outcome in ('NONE', 'UNKNOWN', 'KNOWN')),
  physical_id     text,
  known_at        timestamptz,
  observed        text,
  observed_at     timestamptz,
  removal         text        not null check (removal in ('NONE', 'ASKED', 'ACCEPTED')),
  -- a call whose answer was lost may take effect until then; only a listing after it clears this
  doubt_until     timestamptz,
  deadline_at     timestamptz,
  reason          text,
  -- of the lease that wrote the row last; an older lease cannot write any more
  fence           bigint      not null,
  primary key (owner, kind),
  check ((outcome = 'KNOWN') = (physical_id is not null))
);

create index resource_doubt on resource (doubt_until) where doubt_until is not null;
create index resource_deadline on resource (deadline_at) where deadline_at is not null;

-- Who may write for an owner: the holder of the highest fence. Also how its last run ended.
create table reconcile_lease (
  owner   text        primary key,
  fence   bigint      not null,
  outcome text,
  reason  text,
  -- when it began to end that way
  since   timestamptz
);

-- db-scheduler's own table (its version 16.12.0), one row per owner, with one column of ours.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  -- counts the calls to wake this owner, so that a run sees those that came while it was going on
  wakes                bigint      not null default 0,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where picked;
