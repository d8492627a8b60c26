-- How much of each rate limit is left. Not logged: after a crash of PostgreSQL every bucket is full again, which harms nobody,
-- and a lease costs no write to the log. Belongs to no organization: addresses and whole organizations are counted here too.
create unlogged table rate_limit (
  -- kind and what is counted: key:key_…, organization:org_…, address:203.0.113.9
  name      text             primary key,
  permits   double precision not null,
  filled_at timestamptz      not null
);

create index rate_limit_filled on rate_limit (filled_at);
