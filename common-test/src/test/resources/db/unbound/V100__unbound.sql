-- Each of these was forgotten in another way.
create table bare (id text primary key, organization_id text);

create table not_forced (id text primary key, organization_id text);
alter table not_forced enable row level security;
create policy tenant on not_forced using (onair_sees(organization_id)) with check (onair_sees(organization_id));

create table wide_open (id text primary key, organization_id text);
alter table wide_open enable row level security;
alter table wide_open force row level security;
create policy tenant on wide_open using (onair_sees(organization_id)) with check (onair_sees(organization_id));
create policy more on wide_open for select using (true);

create table writable (id text primary key, organization_id text);
alter table writable enable row level security;
alter table writable force row level security;
create policy tenant on writable using (onair_sees(organization_id)) with check (true);

create table explained_but_owned (id text primary key, organization_id text);
comment on table explained_but_owned is 'Of no organization: somebody did not look closely';

create table unexplained (id text primary key);

create table fine (id text primary key);
comment on table fine is 'Of no organization: there is one of it for all';

create view peephole as select * from bare;
create function borrow() returns void language sql security definer as '';
