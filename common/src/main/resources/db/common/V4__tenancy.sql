-- Whether the present session may see rows of an organization: those of the one that onair.organization names, all when it
-- is *, and none while it is not set. Policies of row-level security ask this; onair.common.tenancy sets it.
create function onair_sees(organization_id text) returns boolean
  language sql stable parallel safe
  return case nullif(current_setting('onair.organization', true), '')
    when organization_id then true when '*' then true else false end;

alter table resource enable row level security;
alter table resource force row level security;
create policy tenant on resource using (onair_sees(organization_id)) with check (onair_sees(organization_id));
