-- Texts that are shown with an asset, one row each, removed once viewers are offered it no more.
create table caption (
  id              text        primary key,
  organization_id text        not null,
  asset_id        text        not null references asset (id) on delete cascade,
  -- grows with each visible change; ETag of the API and version of the events
  version         bigint      not null,
  name            text        not null,
  -- BCP 47
  language        text        not null,
  metadata        jsonb       not null,
  -- WebVTT as viewers are to get it, but for where its times begin
  webvtt          text        not null,
  status          text        not null check (status in ('processing', 'ready', 'errored', 'deleted')),
  reason          text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

-- Players tell them apart by name.
create unique index caption_name on caption (asset_id, name) where status <> 'deleted';
create index caption_list on caption (asset_id, id desc);

alter table caption enable row level security;
alter table caption force row level security;
create policy tenant on caption using (onair_sees(organization_id)) with check (onair_sees(organization_id));
