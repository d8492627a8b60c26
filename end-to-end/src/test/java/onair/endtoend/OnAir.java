package onair.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onair.launcher.Api;
import onair.launcher.Home;
import onair.launcher.Installation;
import onair.launcher.Ports;
import onair.launcher.Progress;
import onair.launcher.RunningPlatform;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the running platform, started once from an empty folder on free ports and stopped
 * after the last test.
 */
final class OnAir implements AutoCloseable {
  private final Home home;
  private final RunningPlatform platform;
  private final Duration startTook;

  private OnAir(Home home, RunningPlatform platform, Duration startTook) {
    this.home = home;
    this.platform = platform;
    this.startTook = startTook;
  }

  Api api() {
    return api(env("ONAIR_API_KEY"));
  }

  Api api(String key) {
    return new Api(URI.create(env("ONAIR_URL")), key);
  }

  /** The same through the generated client. */
  Client client() {
    return new Client(URI.create(env("ONAIR_URL")), env("ONAIR_API_KEY"));
  }

  String env(String name) {
    String value = platform.localEnv().get(name);
    if (value == null) {
      throw new IllegalArgumentException("The platform tells no " + name);
    }
    return value;
  }

  Home home() {
    return home;
  }

  /** Who owns the organization that the installation began with. */
  RunningPlatform.Owner owner() {
    return platform.owner();
  }

  RunningPlatform platform() {
    return platform;
  }

  Duration startTook() {
    return startTook;
  }

  @Override
  public void close() {
    platform.close();
  }

  /** Starts the platform for the first test that asks for it. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == OnAir.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(OnAir.class))
          .computeIfAbsent(OnAir.class, type -> start(), OnAir.class);
    }
  }

  private static OnAir start() {
    Path root = Path.of("").toAbsolutePath().getParent();
    Path folder = root.resolve("end-to-end/target/home");
    deleteTree(folder);
    Home home = new Home(folder);
    Map<String, String> anyPorts =
        Arrays.stream(Ports.Part.values())
            .collect(Collectors.toMap(part -> "ONAIR_PORT_" + part.name(), part -> "0"));
    Installation installation =
        new Installation(root, Path.of(System.getProperty("java.home"), "bin", "java"));
    Instant begun = Instant.now();
    try {
      RunningPlatform platform =
          RunningPlatform.start(
              installation, home, Ports.of(home, anyPorts), new Progress(System.out));
      return new OnAir(home, platform, Duration.between(begun, Instant.now()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
