-- What is in AWS under our tags and belongs to nobody; see onair.common.sweep.
create table orphan (
  id              text        primary key,
  -- as the tag says
  organization_id text        not null,
  kind            text        not null,
  physical_id     text        not null,
  -- owner/kind it was made for, as the tag says
  resource        text        not null,
  state           text        not null,
  -- items of the price catalog with their counts
  billed          jsonb       not null,
  status          text        not null check (status in ('found', 'removing', 'removed', 'cleared')),
  reason          text,
  found_at        timestamptz not null,
  remove_after    timestamptz not null,
  gone_at         timestamptz,
  check ((gone_at is null) = (status in ('found', 'removing')))
);

-- one thing is one orphan at a time
create unique index orphan_present on orphan (kind, physical_id) where gone_at is null;
create index orphan_list on orphan (organization_id, id desc);
create index orphan_condemned on orphan (resource) where status = 'removing';
create index orphan_gone on orphan (gone_at) where gone_at is not null;

alter table orphan enable row level security;
alter table orphan force row level security;
create policy tenant on orphan using (onair_sees(organization_id)) with check (onair_sees(organization_id));

-- whether something listed in AWS is known
create index resource_physical on resource (kind, physical_id) where physical_id is not null;

-- Settings in AWS that are not what was asked for; see onair.channel.drift.
create table drift (
  id              text        primary key,
  organization_id text        not null,
  -- of the resource, as in table resource
  owner           text        not null,
  kind            text        not null,
  physical_id     text        not null,
  -- grows with each change anyone can see; ETag of the API
  version         bigint      not null,
  field           text        not null,
  wanted          text        not null,
  found           text        not null,
  status          text        not null check (status in
                    ('open', 'repairing', 'repaired', 'adopted', 'ignored', 'cleared')),
  reason          text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

-- a setting drifts once at a time
create unique index drift_present on drift (owner, kind, field)
  where status in ('open', 'repairing', 'adopted', 'ignored');
create index drift_list on drift (organization_id, id desc);

alter table drift enable row level security;
alter table drift force row level security;
create policy tenant on drift using (onair_sees(organization_id)) with check (onair_sees(organization_id));
