package onair.launcher;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One process of the platform.
 *
 * @param name as {@code ./onair logs} knows it
 * @param command the program and its arguments
 * @param environment added to the launcher's own, which is otherwise not passed on but for PATH,
 *     HOME and LANG
 * @param health answers 200 once the service takes requests
 */
record ServiceSpec(String name, List<String> command, Map<String, String> environment, URI health) {
  ServiceSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
