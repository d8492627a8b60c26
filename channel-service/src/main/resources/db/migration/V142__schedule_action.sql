-- What happens in running broadcasts at a time.
create table schedule_action (
  -- also its name in the encoder's schedule
  id               text        primary key,
  organization_id  text        not null,
  channel_id       text        not null,
  version          bigint      not null,
  metadata         jsonb       not null default '{}',
  status           text        not null check (status in
                     ('scheduled', 'active', 'done', 'failed', 'cancelling', 'cancelled')),
  reason           text,
  -- what it does
  deed             jsonb       not null,
  -- as asked for; absent for at once
  start_at         timestamptz,
  -- absent for until it is ended, and for what is over at once
  duration_seconds integer,
  -- the encoder that was told of it, and when it takes effect there
  encoder_id       text,
  effective_at     timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);

create index schedule_action_list on schedule_action (organization_id, channel_id, id desc);
create index schedule_action_open on schedule_action (channel_id)
  where status in ('scheduled', 'active', 'cancelling');

alter table schedule_action enable row level security;
alter table schedule_action force row level security;
create policy tenant on schedule_action using (onair_sees(organization_id)) with check (onair_sees(organization_id));
