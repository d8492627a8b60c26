package onair.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is running, as {@code ./onair status --json} prints it.
 *
 * @param state {@code starting}, {@code up}, {@code stopping} or {@code down}
 * @param pid the launcher's process, 0 when down
 * @param startedAt RFC 3339, UTC
 * @param url the gateway, the only door
 * @param services one entry a process, in start order
 */
record PlatformStatus(
    String state, long pid, @Nullable String startedAt, String url, List<Service> services) {

  /**
   * One process.
   *
   * @param state {@code starting}, {@code ready}, {@code restarting} or {@code stopped}
   * @param pid 0 when it is not running
   * @param restarts how often it was started again since the platform came up
   * @param health where its health is asked for
   */
  record Service(String name, String state, long pid, int restarts, String health) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  String toJson() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }

  static PlatformStatus read(Home home) {
    Path file = home.status();
    if (!Files.exists(file)) {
      return down();
    }
    return JSON.readValue(file.toFile(), PlatformStatus.class);
  }

  static PlatformStatus down() {
    return new PlatformStatus("down", 0, null, "", List.of());
  }
}
