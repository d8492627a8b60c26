-- Whose rows a session sees, see V4__tenancy.sql. A table of no organization says why in its comment.

-- What became assets is known by its organization, too.
alter table recording add column organization_id text;
update recording set organization_id = coalesce((select asset.organization_id from asset where asset.id = recording.asset_id), '');
alter table recording alter column organization_id set not null;

alter table recording enable row level security;
alter table recording force row level security;
create policy tenant on recording using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table upload enable row level security;
alter table upload force row level security;
create policy tenant on upload using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table asset enable row level security;
alter table asset force row level security;
create policy tenant on asset using (onair_sees(organization_id)) with check (onair_sees(organization_id));

comment on table bucket is 'Of no organization: all keep their files in it';
comment on table distribution is 'Of no organization: all are watched through it';
