-- Whose rows a session sees, see V4__tenancy.sql. A table of no organization says why in its comment.

alter table playback enable row level security;
alter table playback force row level security;
create policy tenant on playback using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table ad_route enable row level security;
alter table ad_route force row level security;
create policy tenant on ad_route using (onair_sees(organization_id)) with check (onair_sees(organization_id));

comment on table origin is 'Of no organization: all are served from these';
comment on table distribution is 'Of no organization: all are watched through it';
comment on table distribution_announcement is 'Of no organization: tells of the distribution';
