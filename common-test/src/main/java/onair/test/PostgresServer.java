package onair.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one PostgreSQL of this JVM: on a free port of 127.0.0.1, without fsync because its data need
 * not outlive the tests.
 */
final class PostgresServer {

  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer() {
    try {
      this.postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL did not start", failure);
    }
  }

  private static final class Holder {
    static final PostgresServer SHARED = new PostgresServer();
  }

  static PostgresServer shared() {
    return Holder.SHARED;
  }

  PostgresDatabase createDatabase() {
    String name = "test_" + databases.incrementAndGet();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role " + name + " login");
      statement.execute("create role " + name + "_runtime login");
      statement.execute("create database " + name + " owner " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException("The database " + name + " could not be made", failure);
    }
    return new PostgresDatabase(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
        name + "_runtime",
        "any",
        name);
  }
}
