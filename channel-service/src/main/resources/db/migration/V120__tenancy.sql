-- Whose rows a session sees, see V4__tenancy.sql. A table of no organization says why in its comment.

alter table channel enable row level security;
alter table channel force row level security;
create policy tenant on channel using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table operation enable row level security;
alter table operation force row level security;
create policy tenant on operation using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table session enable row level security;
alter table session force row level security;
create policy tenant on session using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table ad_break enable row level security;
alter table ad_break force row level security;
create policy tenant on ad_break using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table share enable row level security;
alter table share force row level security;
create policy tenant on share using (onair_sees(organization_id)) with check (onair_sees(organization_id));

comment on table srt_port is 'Of no organization: all share one range of ports, and whoever claims one must see which are taken';
comment on table shared_origin is 'Of no organization: all channels are served from these';
comment on table packaging_group is 'Of no organization: was taken over by shared_origin';
