-- Whose rows a session sees, see V4__tenancy.sql. A table of no organization says why in its comment.

alter table channel enable row level security;
alter table channel force row level security;
create policy tenant on channel using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table asset enable row level security;
alter table asset force row level security;
create policy tenant on asset using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table creative enable row level security;
alter table creative force row level security;
create policy tenant on creative using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table campaign enable row level security;
alter table campaign force row level security;
create policy tenant on campaign using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table placement enable row level security;
alter table placement force row level security;
create policy tenant on placement using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table ad_break enable row level security;
alter table ad_break force row level security;
create policy tenant on ad_break using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table beacon enable row level security;
alter table beacon force row level security;
create policy tenant on beacon using (onair_sees(organization_id)) with check (onair_sees(organization_id));

-- Decisions are of the organization whose ads are shown there.
alter table avail add column organization_id text;
update avail set organization_id = placement.organization_id from placement where placement.playback_id = avail.playback_id;
delete from avail where organization_id is null;
alter table avail alter column organization_id set not null;

alter table avail enable row level security;
alter table avail force row level security;
create policy tenant on avail using (onair_sees(organization_id)) with check (onair_sees(organization_id));

comment on table viewer_address is 'Of no organization: all are watched through it';
comment on table tailor_host is 'Of no organization: one for the account and region';
