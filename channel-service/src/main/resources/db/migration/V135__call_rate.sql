-- How many calls to AWS are left of each limit. Not logged: after a crash of PostgreSQL every bucket is full again, and
-- AWS's own limit is still there.
create unlogged table call_rate (
  -- account/region/limit, such as 123456789012/eu-west-1/medialive
  name      text             primary key,
  permits   double precision not null,
  filled_at timestamptz      not null
);

comment on table call_rate is 'Of no organization: AWS counts the calls of an account, whoever they are made for';
