package onair.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.common.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL itself says about whose rows a service may see, after its migrations. A table is
 * bound to organizations by the policy {@code onair_sees(organization_id)}, or is for background
 * work only by {@code onair_sees('*')}, or its comment begins with {@code Of no organization:} and
 * gives the reason.
 */
public final class TenancyCatalog {

  private static final String ONE = "org_one";
  private static final String OTHER = "org_other";
  private static final String REASON = "Of no organization: ";

  private final JdbcClient owner;
  private final JdbcClient runtime;
  private final PostgresDatabase database;

  private TenancyCatalog(PostgresDatabase database) {
    this.database = database;
    this.owner = JdbcClient.create(database.ownersDataSource());
    this.runtime = JdbcClient.create(database.dataSource());
  }

  /** Migrates the empty database as the service does: common's tables, then its own. */
  public static TenancyCatalog of(PostgresDatabase database) {
    return of(database, "classpath:db/migration");
  }

  /** The same with tables from elsewhere. */
  public static TenancyCatalog of(PostgresDatabase database, String migrations) {
    database.migrate("classpath:db/common", migrations);
    return new TenancyCatalog(database);
  }

  private record Table(
      String name,
      boolean forced,
      String policies,
      @Nullable String comment,
      @Nullable String column) {

    private boolean tenant() {
      return forced && column != null && policies.equals(both("onair_sees(" + column + ")"));
    }

    private boolean background() {
      return forced
          && column == null
          && Stream.of(policies.split("; "))
              .allMatch(
                  policy ->
                      policy.equals(both("onair_sees('*'::text)"))
                          || policy.equals("a using (-) check (true)"));
    }

    private boolean explained() {
      return column == null
          && policies.isEmpty()
          && comment != null
          && comment.startsWith(REASON)
          && comment.length() > REASON.length() + 10;
    }

    private static String both(String condition) {
      return "* using (" + condition + ") check (" + condition + ")";
    }
  }

  /** Tables that are none of the three, with what they are; empty is right. */
  public List<String> unbound() {
    return tables().stream()
        .filter(table -> !table.tenant() && !table.background() && !table.explained())
        .map(Table::toString)
        .toList();
  }

  /** What the role the service works with could use to get around its policies; empty is right. */
  public List<String> loopholes() {
    return owner
        .sql(
            """
            select 'is free of row-level security' from pg_roles
              where rolname = :role and (rolsuper or rolbypassrls)
            union all select 'can make roles or databases' from pg_roles
              where rolname = :role and (rolcreaterole or rolcreatedb)
            union all select 'can act as ' || rolname from pg_roles
              where rolname <> :role and pg_has_role(:role, oid, 'member')
            union all select 'owns ' || relname from pg_class
              where pg_get_userbyid(relowner) = :role
            union all select 'may empty ' || relname from pg_class
              where relkind = 'r' and relnamespace = 'public'::regnamespace
                and has_table_privilege(:role, oid, 'truncate, references, trigger')
            union all select 'may change the history of migrations'
              where has_table_privilege(:role, 'flyway_schema_history', 'select, insert, update, delete')
            union all select 'may make tables'
              where has_schema_privilege(:role, 'public', 'create')
            union all select proname || ' runs with rights of its owner' from pg_proc
              where prosecdef and pronamespace = 'public'::regnamespace
            union all select relname || ' is a view with rights of its owner' from pg_class
              where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
                and not coalesce(reloptions @> array['security_invoker=true'], false)
            """)
        .param("role", database.username())
        .query(String.class)
        .list();
  }

  /**
   * Puts a row of one organization and one of another into each table that is bound, and tells
   * where somebody sees, changes, removes or makes a row that is not theirs; empty is right.
   */
  public List<String> leaks() {
    var leaks = new ArrayList<String>();
    for (Table table : tables()) {
      String column = table.column();
      if (column != null) {
        fill(table.name());
        seen(table.name(), leaks);
        changed(table.name(), column, leaks);
      }
    }
    return leaks;
  }

  private void seen(String table, List<String> leaks) {
    expect(0, count(table), table + " shows rows to nobody", leaks);
    expect(1, Tenancy.as(ONE, () -> count(table)), table + " shows to one", leaks);
    expect(0, Tenancy.as("org_third", () -> count(table)), table + " shows to a third", leaks);
    expect(2, Tenancy.asSystem(() -> count(table)), table + " shows to all", leaks);
    expect(0, ownersCount(table), table + " shows its owner", leaks);
  }

  private void changed(String table, String column, List<String> leaks) {
    String others = " where \"%s\" = '%s'".formatted(column, OTHER);
    expect(0, as("delete from \"%s\"".formatted(table) + others), table + " loses rows", leaks);
    String move = "update \"%s\" set \"%s\" = '%s'".formatted(table, column, OTHER);
    expect(-1, as(move), table + " gives rows away", leaks);
    expect(0, as(move + others), table + " changes rows", leaks);
  }

  /** How many rows a statement of {@link #ONE} changes; -1 when it is refused. */
  private int as(String statement) {
    try {
      return Tenancy.as(ONE, () -> runtime.sql(statement).update());
    } catch (DataAccessException refused) {
      return String.valueOf(refused.getMostSpecificCause().getMessage())
              .contains("row-level security")
          ? -1
          : -2;
    }
  }

  private static void expect(int wanted, int found, String what, List<String> leaks) {
    if (wanted != found) {
      leaks.add("%s: %d instead of %d".formatted(what, found, wanted));
    }
  }

  private int count(String table) {
    return runtime
        .sql("select count(*) from \"%s\"".formatted(table))
        .query(Integer.class)
        .single();
  }

  private int ownersCount(String table) {
    return owner.sql("select count(*) from \"%s\"".formatted(table)).query(Integer.class).single();
  }

  /** Two rows of any content; what the service's own rules say of it is put aside. */
  private void fill(String table) {
    owner
        .sql(
            "select conname from pg_constraint where conrelid = :table::regclass and contype in ('c', 'f')")
        .param("table", "\"" + table + "\"")
        .query(String.class)
        .list()
        .forEach(
            rule ->
                owner
                    .sql("alter table \"%s\" drop constraint \"%s\"".formatted(table, rule))
                    .update());
    owner.sql("alter table \"%s\" disable trigger user".formatted(table)).update();
    Map<String, String> values = values(table);
    for (String organization : List.of(ONE, OTHER)) {
      String row = String.join(", ", values.values()).replace("<organization>", organization);
      String into = "\"" + String.join("\", \"", values.keySet()) + "\"";
      Tenancy.runAs(
          organization,
          () ->
              runtime
                  .sql("insert into \"%s\" (%s) values (%s)".formatted(table, into, row))
                  .update());
    }
  }

  /** A literal for each column that must have a value. */
  private Map<String, String> values(String table) {
    var values = new LinkedHashMap<String, String>();
    owner
        .sql(
            """
            select attname, format_type(atttypid, null) from pg_attribute
            where attrelid = :table::regclass and attnum > 0 and not attisdropped
              and attidentity = '' and attgenerated = '' and (attnotnull or attname = 'organization_id')
              and not (atthasdef and attname <> 'organization_id')
            order by attnum
            """)
        .param("table", "\"" + table + "\"")
        .query((RowCallbackHandler) row -> values.put(row.getString(1), literal(row.getString(2))));
    return values;
  }

  private static String literal(String type) {
    return switch (type) {
      case "text", "character varying" -> "'<organization>'";
      case "bytea" -> "'<organization>'::bytea";
      case "boolean" -> "false";
      case "jsonb", "json" -> "'{}'";
      case "date" -> "current_date";
      case "timestamp with time zone" -> "now()";
      case "bigint", "integer", "smallint", "numeric", "double precision" ->
          "length('<organization>')";
      case "inet" -> "'127.0.0.1'";
      default -> type.endsWith("[]") ? "'{}'" : "'<organization>'";
    };
  }

  private List<Table> tables() {
    return owner
        .sql(
            """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity,
              coalesce((select string_agg(
                  p.polcmd::text || ' using (' || coalesce(pg_get_expr(p.polqual, c.oid), '-')
                    || ') check (' || coalesce(pg_get_expr(p.polwithcheck, c.oid), '-') || ')'
                    || case when p.polroles = '{0}' and p.polpermissive then '' else ' not for all' end,
                  '; ' order by p.polname)
                from pg_policy p where p.polrelid = c.oid), ''),
              obj_description(c.oid),
              case when c.relname = 'organization' then 'id'
                else (select attname from pg_attribute where attrelid = c.oid
                  and attname = 'organization_id' and not attisdropped) end
            from pg_class c
            where c.relkind in ('r', 'p', 'f') and c.relnamespace = 'public'::regnamespace
              and c.relname <> 'flyway_schema_history'
            order by c.relname
            """)
        .query(
            (row, number) ->
                new Table(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }
}
