package onair.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import onair.launcher.Ports.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
  @TempDir private Path folder;

  @Test
  void isDurableAsksForPasswordsAndKeepsItsDataOverAHardKill()
      throws SQLException, InterruptedException {
    Home home = new Home(folder.resolve("home"));
    int port = Ports.of(home, Map.of("ONAIR_PORT_POSTGRES", "0")).of(Part.POSTGRES);
    Secrets secrets = new Secrets(home);

    Database first = Database.start(home, port, secrets, Map.of());
    Map<String, String> access = first.provide("channel");
    try (Connection connection = connect(access, access.get("SPRING_FLYWAY_PASSWORD"));
        Statement statement = connection.createStatement()) {
      assertThat(value(statement, "SHOW fsync")).isEqualTo("on");
      assertThat(value(statement, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(value(statement, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(value(statement, "SHOW server_version")).startsWith("18.");
      statement.execute("CREATE TABLE kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('still here')");
    }
    worksWithARoleThatOwnsNothing(access);
    assertThatThrownBy(() -> connect(access, "wrong")).hasMessageContaining("password");
    assertThat(first.hasDied()).isFalse();
    ProcessHandle process = first.process().orElseThrow();
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
    await().until(() -> !process.isAlive() && workers.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(first.hasDied()).isTrue();
    first.close();

    try (Database second = Database.start(home, port, secrets, Map.of())) {
      Map<String, String> same = second.provide("channel");
      try (Connection connection = connect(same, same.get("SPRING_FLYWAY_PASSWORD"));
          Statement statement = connection.createStatement()) {
        assertThat(value(statement, "SELECT word FROM kept")).isEqualTo("still here");
      }
    }
  }

  private static void worksWithARoleThatOwnsNothing(Map<String, String> access)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                access.get("SPRING_DATASOURCE_URL"),
                access.get("SPRING_DATASOURCE_USERNAME"),
                access.get("SPRING_DATASOURCE_PASSWORD"));
        Statement statement = connection.createStatement()) {
      assertThat(value(statement, "SELECT pg_has_role(current_user, 'channel', 'member')"))
          .isEqualTo("f");
      assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (word text)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("SELECT * FROM kept"))
          .hasMessageContaining("permission denied");
    }
  }

  private static Connection connect(Map<String, String> access, String password)
      throws SQLException {
    return DriverManager.getConnection(
        access.get("SPRING_DATASOURCE_URL"), access.get("SPRING_FLYWAY_USER"), password);
  }

  private static String value(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
