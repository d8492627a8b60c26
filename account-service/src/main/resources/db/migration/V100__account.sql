create table organization (
  id         text        primary key,
  name       text        not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    bigint      not null default 1
);

create table member (
  id              text        primary key,
  organization_id text        not null references organization (id),
  email           text        not null,
  -- names its algorithm: {bcrypt}$2a$…
  password_hash   text        not null,
  role            text        not null check (role in ('owner')),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         bigint      not null default 1
);

create unique index member_email on member (lower(email));
create index member_organization on member (organization_id, id);

create table api_key (
  id              text        primary key,
  organization_id text        not null references organization (id),
  name            text        not null,
  -- how the secret begins; the secret itself is nowhere
  hint            text        not null,
  -- SHA-256
  secret_hash     bytea       not null unique,
  scopes          text[]      not null,
  metadata        jsonb       not null default '{}',
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  expires_at      timestamptz,
  -- to the minute
  last_used_at    timestamptz,
  revoked_at      timestamptz,
  version         bigint      not null default 1
);

create index api_key_organization on api_key (organization_id, id desc);

create table session (
  -- SHA-256 of what the cookie holds
  secret_hash bytea       primary key,
  member_id   text        not null references member (id) on delete cascade,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);

create index session_end on session (expires_at);
create index session_member on session (member_id);

-- Tries to sign in since the first one of the window; gone with the right password.
create table sign_in_attempt (
  email text        primary key,
  tries integer     not null,
  since timestamptz not null
);
