-- Whose rows a session sees, see V4__tenancy.sql. A table of no organization says why in its comment.

alter table organization enable row level security;
alter table organization force row level security;
create policy tenant on organization using (onair_sees(id)) with check (onair_sees(id));

alter table member enable row level security;
alter table member force row level security;
create policy tenant on member using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key using (onair_sees(organization_id)) with check (onair_sees(organization_id));

-- Before somebody is signed in, nobody knows for which organization.
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy system on sign_in_attempt using (onair_sees('*')) with check (onair_sees('*'));

alter table oidc_sign_in enable row level security;
alter table oidc_sign_in force row level security;
create policy system on oidc_sign_in using (onair_sees('*')) with check (onair_sees('*'));

comment on table rate_limit is 'Of no organization: addresses are counted here, and whole organizations';

-- A function is asked only after the policy, so that an index on it is not used; a column is.
alter table member add column email_lower text generated always as (lower(email)) stored;
create index member_email_lower on member (email_lower);
