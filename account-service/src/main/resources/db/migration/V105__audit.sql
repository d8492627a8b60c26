-- What was changed, by whom and from where, in all services. Rows are added and read, nothing else.
create table audit_entry (
  id              text        primary key,
  -- empty for what belongs to no organization; seen by none
  organization_id text        not null,
  actor           text        not null,
  operation       text        not null,
  service         text        not null,
  object          text,
  resource_id     text,
  -- as its GET showed it and as the caller was told, secrets masked before they came here
  before          jsonb,
  after           jsonb,
  client_address  text        not null,
  request_id      text        not null,
  user_agent      text,
  occurred_at     timestamptz not null
);

-- ids grow with time
create index audit_entry_of_organization on audit_entry (organization_id, id);
create index audit_entry_of_resource on audit_entry (organization_id, resource_id, id);
create index audit_entry_of_actor on audit_entry (organization_id, actor, id);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant on audit_entry using (onair_sees(organization_id)) with check (onair_sees(organization_id));

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit log are neither changed nor removed';
end
$$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_stays();
