package onair.awslocal.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.client.AwsLocalControl;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** One {@code aws-local} in a folder of its own, with the clients that were asked for. */
final class OwnAwsLocal implements AutoCloseable {

  private final Path folder;
  private final AwsLocal running;
  private final ClientFactory factory;
  private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();
  private volatile boolean kept;

  private OwnAwsLocal(Path folder, AwsLocal running, ClientFactory factory) {
    this.folder = folder;
    this.running = running;
    this.factory = factory;
  }

  /**
   * @param settings {@code NAME=value} each, before which the defaults of a test step back
   * @throws IllegalArgumentException when one is no such pair or its value is bad
   */
  static OwnAwsLocal start(String... settings) {
    Path folder = newFolder();
    try {
      Map<String, String> environment = environment(folder, settings);
      AwsLocalConfig config = AwsLocalConfig.from(environment);
      AwsLocal running = AwsLocal.start(config);
      String[] key = firstKey(environment.getOrDefault("AWS_LOCAL_CREDENTIALS", ""));
      return new OwnAwsLocal(
          folder,
          running,
          new ClientFactory(
              running.endpoint(),
              Region.of(config.region()),
              AwsBasicCredentials.create(key[0], key[1])));
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  AwsLocal running() {
    return running;
  }

  AwsLocalControl control() {
    return AwsLocalControl.at(running.endpoint());
  }

  SdkClient client(Class<? extends SdkClient> type) {
    return clients.computeIfAbsent(type, wanted -> factory.create(type));
  }

  boolean isKept() {
    return kept;
  }

  /** It ends with the JVM. */
  synchronized void keep() {
    if (!kept) {
      kept = true;
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "aws-local of a test"));
    }
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    running.close();
    delete(folder);
  }

  private static Map<String, String> environment(Path folder, String... settings) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "AWS_LOCAL_PORT", "0",
                "AWS_LOCAL_EDGE_PORT", "0",
                "AWS_LOCAL_RTMP_PORT", "0",
                "AWS_LOCAL_PROFILE", "instant",
                "AWS_LOCAL_DATA", folder.toString()));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("\"%s\" is not NAME=value".formatted(setting));
      }
      environment.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    return environment;
  }

  private static String[] firstKey(String credentials) {
    return Stream.of(credentials.split(","))
        .map(String::strip)
        .filter(known -> known.contains(":"))
        .findFirst()
        .orElse("test:test")
        .split(":");
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("aws-local-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
