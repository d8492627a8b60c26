alter table organization
  add column metadata jsonb not null default '{}',
  -- the one the installation began with; it makes others
  add column runs_installation boolean not null default false;

update organization set runs_installation = true where id = (select min(id) from organization);

create unique index organization_running on organization (runs_installation) where runs_installation;

alter table member
  drop constraint member_role_check,
  add constraint member_role_check check (role in ('owner', 'operator', 'streamer', 'partner', 'viewer')),
  -- null when the member signs in by a provider only
  alter column password_hash drop not null,
  add column metadata jsonb not null default '{}';

-- Who a member is for a provider that signs people in (OpenID Connect: iss and sub of an ID token).
create table member_identity (
  issuer          text        not null,
  subject         text        not null,
  organization_id text        not null references organization (id),
  member_id       text        not null references member (id) on delete cascade,
  created_at      timestamptz not null,
  primary key (issuer, subject)
);

create index member_identity_member on member_identity (member_id);

create table invitation (
  id              text        primary key,
  organization_id text        not null references organization (id),
  email           text        not null,
  role            text        not null check (role in ('owner', 'operator', 'streamer', 'partner', 'viewer')),
  metadata        jsonb       not null default '{}',
  -- SHA-256; the token itself is nowhere
  token_hash      bytea       not null unique,
  -- mem_… or key_…, who may be gone by now
  invited_by      text        not null,
  -- who came of it
  member_id       text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  expires_at      timestamptz not null,
  accepted_at     timestamptz,
  revoked_at      timestamptz,
  version         bigint      not null default 1
);

create index invitation_organization on invitation (organization_id, id desc);

-- Sessions get names and say where they are used. Whoever is signed in signs in once more.
delete from session;

alter table session
  add column id              text        not null unique,
  add column organization_id text        not null references organization (id),
  add column last_used_at    timestamptz not null,
  -- address of the browser when it signed in, and what it says it is
  add column address         text        not null,
  add column user_agent      text        not null;

-- Tries are counted for an email ("email …") and for an address ("address …").
delete from sign_in_attempt;
alter table sign_in_attempt rename column email to who;

-- Somebody is away at a provider to sign in; gone when they are back.
create table oidc_sign_in (
  -- SHA-256 of the state sent along
  state_hash   bytea       primary key,
  -- SHA-256 of the cookie of the browser that went there; nobody else may come back
  browser_hash bytea       not null,
  provider     text        not null,
  nonce        text        not null,
  -- PKCE
  verifier     text        not null,
  -- SHA-256 of the token of an invitation that is being accepted
  invitation   bytea,
  expires_at   timestamptz not null
);

create index oidc_sign_in_end on oidc_sign_in (expires_at);

-- Every secret a key ever had; one that was rolled is good for some time more. None is ever given to another key.
create table api_key_secret (
  -- SHA-256
  secret_hash     bytea       primary key,
  organization_id text        not null references organization (id),
  key_id          text        not null references api_key (id) on delete cascade,
  -- null while it is the key's present secret
  good_until      timestamptz
);

create index api_key_secret_key on api_key_secret (key_id);

insert into api_key_secret (secret_hash, organization_id, key_id)
  select secret_hash, organization_id, id from api_key;

alter table api_key drop column secret_hash;

-- The scopes of keys are named like the resource.
update api_key set scopes = array_replace(array_replace(array_replace(scopes,
  'keys:read', 'api-keys:read'), 'keys:write', 'api-keys:write'), 'keys:*', 'api-keys:*');

alter table member_identity enable row level security;
alter table member_identity force row level security;
create policy tenant on member_identity using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant on invitation using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table session enable row level security;
alter table session force row level security;
create policy tenant on session using (onair_sees(organization_id)) with check (onair_sees(organization_id));

alter table api_key_secret enable row level security;
alter table api_key_secret force row level security;
create policy tenant on api_key_secret using (onair_sees(organization_id)) with check (onair_sees(organization_id));
