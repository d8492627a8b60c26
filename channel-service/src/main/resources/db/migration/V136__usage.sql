-- Since when and until when what of a channel was billed; kept when the channel is gone.
create table usage_interval (
  organization_id text        not null,
  channel_id      text        not null,
  -- as the price list calls it
  item            text        not null,
  billed          text        not null check (billed in ('RUNNING', 'IDLE', 'USE')),
  count           integer     not null,
  -- list price for one and an hour when it began
  price           numeric     not null,
  currency        text        not null,
  verified        boolean     not null,
  price_as_of     date        not null,
  source          text        not null,
  -- what is billed even when it ends earlier
  minimum_seconds bigint      not null,
  started_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (channel_id, item, started_at)
);

create unique index usage_interval_open on usage_interval (channel_id, item) where ended_at is null;

alter table usage_interval enable row level security;
alter table usage_interval force row level security;
create policy tenant on usage_interval using (onair_sees(organization_id)) with check (onair_sees(organization_id));
