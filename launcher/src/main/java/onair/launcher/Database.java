package onair.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of the platform: the embedded one under {@code .onair/data}, made durable,
 * or another server by {@code ONAIR_DATABASE_URL}. Each service gets one database and two roles:
 * one that owns it and migrates, and one that owns nothing and works with it.
 */
final class Database implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  private final String server;
  private final Secrets secrets;
  private final @Nullable EmbeddedPostgres embedded;
  private final Path data;
  private final Properties administrator;

  private Database(
      String server,
      Secrets secrets,
      Properties administrator,
      Path data,
      @Nullable EmbeddedPostgres embedded) {
    this.server = server;
    this.secrets = secrets;
    this.administrator = administrator;
    this.data = data;
    this.embedded = embedded;
  }

  /**
   * Starts the embedded server, or takes the one that {@code ONAIR_DATABASE_URL} ({@code
   * jdbc:postgresql://host:port}), {@code ONAIR_DATABASE_USERNAME} and {@code
   * ONAIR_DATABASE_PASSWORD} name.
   *
   * @throws LauncherException when it does not come up
   */
  static Database start(Home home, int port, Secrets secrets, Map<String, String> environment) {
    Properties administrator = new Properties();
    String external = environment.get("ONAIR_DATABASE_URL");
    if (external != null && !external.isBlank()) {
      administrator.setProperty(
          "user", environment.getOrDefault("ONAIR_DATABASE_USERNAME", SUPERUSER));
      administrator.setProperty(
          "password", environment.getOrDefault("ONAIR_DATABASE_PASSWORD", ""));
      return new Database(
          external.replaceAll("/+$", ""), secrets, administrator, home.data("postgres"), null);
    }
    administrator.setProperty("user", SUPERUSER);
    administrator.setProperty("password", secrets.databasePassword(SUPERUSER));
    EmbeddedPostgres embedded = startEmbedded(home, port, secrets);
    Database database =
        new Database(
            "jdbc:postgresql://127.0.0.1:" + port,
            secrets,
            administrator,
            home.data("postgres"),
            embedded);
    try {
      database.requirePasswords(home.data("postgres"));
    } catch (SQLException | IOException e) {
      database.close();
      throw new LauncherException(
          "The embedded PostgreSQL did not accept its set-up: " + e.getMessage(), e);
    }
    return database;
  }

  /**
   * Makes sure that the service's roles and database exist.
   *
   * @return the environment that points a Spring service at them
   */
  Map<String, String> provide(String name) {
    if (!Set.of("account", "channel", "delivery", "vod", "ads").contains(name)) {
      throw new IllegalArgumentException("No service owns a database named " + name);
    }
    String runtime = name + "_runtime";
    try (Connection connection = DriverManager.getConnection(server + "/postgres", administrator);
        Statement statement = connection.createStatement()) {
      login(statement, name);
      login(statement, runtime);
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      }
    } catch (SQLException e) {
      throw new LauncherException(
          "PostgreSQL at " + server + " refused to make database '" + name + "': " + e.getMessage(),
          e);
    }
    return Map.of(
        "SPRING_DATASOURCE_URL",
        server + "/" + name,
        "SPRING_DATASOURCE_USERNAME",
        runtime,
        "SPRING_DATASOURCE_PASSWORD",
        secrets.databasePassword(runtime),
        "SPRING_FLYWAY_USER",
        name,
        "SPRING_FLYWAY_PASSWORD",
        secrets.databasePassword(name));
  }

  private void login(Statement statement, String role) throws SQLException {
    boolean present = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
    statement.execute(
        (present ? "ALTER" : "CREATE")
            + " ROLE "
            + role
            + " LOGIN PASSWORD '"
            + secrets.databasePassword(role)
            + "'");
  }

  /**
   * The embedded server's first process, by the pid file it keeps: absent for a server of someone
   * else's, and when it is not running.
   */
  Optional<ProcessHandle> process() {
    if (embedded == null) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the embedded server is gone though nobody stopped it. */
  boolean hasDied() {
    return embedded != null && process().isEmpty();
  }

  @Override
  public void close() {
    if (embedded != null) {
      try {
        embedded.close();
      } catch (IOException e) {
        throw new LauncherException("PostgreSQL did not stop cleanly: " + e.getMessage(), e);
      }
    }
  }

  /**
   * The library's defaults trade durability for speed in tests; a platform keeps what it
   * acknowledged.
   */
  private static EmbeddedPostgres startEmbedded(Home home, int port, Secrets secrets) {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(Files.createDirectories(home.data("postgres")))
          .setCleanDataDirectory(false)
          .setOverrideWorkingDirectory(
              Files.createDirectories(home.data("postgres-binaries")).toFile())
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setConnectConfig("password", secrets.databasePassword(SUPERUSER))
          .setServerConfig("fsync", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("max_connections", "100")
          .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new LauncherException(
          "The embedded PostgreSQL did not start ("
              + e.getMessage()
              + "). Its log is "
              + home.log("postgres")
              + ".",
          e);
    }
  }

  /**
   * A new cluster trusts everyone on the machine; from the first start on ours asks for a password.
   */
  private void requirePasswords(Path data) throws SQLException, IOException {
    Path rules = data.resolve("pg_hba.conf");
    String wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
    if (Files.readString(rules).equals(wanted)) {
      return;
    }
    try (Connection connection = DriverManager.getConnection(server + "/postgres", administrator);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER ROLE " + SUPERUSER + " PASSWORD '" + administrator.getProperty("password") + "'");
      Files.writeString(rules, wanted);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
