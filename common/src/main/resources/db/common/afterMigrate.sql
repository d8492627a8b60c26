-- What a service may do in its own database. Tables belong to the role that migrates; the service works with another one,
-- so that row-level security binds it and it can neither change nor empty them.
do $$
declare
  bypasses boolean := (select rolsuper or rolbypassrls from pg_roles where rolname = '${runtime}');
begin
  if bypasses is null then
    raise exception 'The role "${runtime}" of spring.datasource.username does not exist';
  end if;
  if bypasses or pg_has_role('${runtime}', current_user, 'member') then
    raise exception 'The role "${runtime}" of spring.datasource.username is free of row-level security; '
      'migrate with another one by spring.flyway.user';
  end if;
  -- PostgreSQL lets everybody connect to every database; other services have no business in this one.
  if has_database_privilege('public', current_database(), 'connect') then
    execute format('revoke connect on database %I from public', current_database());
    execute format('grant connect on database %I to %I', current_database(), '${runtime}');
  end if;
end
$$;

grant usage on schema public to "${runtime}";
grant select, insert, update, delete on all tables in schema public to "${runtime}";
grant usage on all sequences in schema public to "${runtime}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${runtime}";
alter default privileges in schema public grant usage on sequences to "${runtime}";
revoke all on flyway_schema_history from "${runtime}";
