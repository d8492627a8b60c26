-- Replies kept for requests that carried an Idempotency-Key. Neither the key nor the reply can be read from a row alone:
-- the id is a hash of organization and key, and the reply is encrypted under another hash of the same.
create table idempotent_reply (
  id           bytea       primary key,
  -- of method, address and body
  request_hash bytea       not null,
  reply        bytea       not null,
  expires_at   timestamptz not null
);

create index idempotent_reply_age on idempotent_reply (expires_at);
