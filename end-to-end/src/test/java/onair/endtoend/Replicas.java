package onair.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One more account-service and two gateways in front of it, with a signing key of their own. */
final class Replicas implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();
  private final List<URI> gateways = new ArrayList<>();
  private final OnAir onAir;
  private final Path folder;

  /** Starts them and waits until they are healthy; so many permits a day has each key. */
  Replicas(OnAir onAir, Path folder, int permits) throws Exception {
    this.onAir = onAir;
    this.folder = folder;
    changeSigningKey();
    URI accounts =
        start(
            "account-service",
            Map.of(
                "ONAIR_TOKEN_PUBLIC_KEY", publicKeys().toString(),
                "ONAIR_ACCOUNT_LIMIT_KEY_PERMITS", Integer.toString(permits),
                "ONAIR_ACCOUNT_LIMIT_KEY_WITHIN", "24h",
                "ONAIR_ACCOUNT_LIMIT_ORGANIZATION_PERMITS", "0",
                "ONAIR_ACCOUNT_LIMIT_ADDRESS_PERMITS", "0"));
    for (int i = 0; i < 2; i++) {
      gateways.add(start("gateway-service", settings(accounts)));
    }
    for (URI at : List.of(accounts, gateways.get(0), gateways.get(1))) {
      await().atMost(PATIENCE).until(() -> isHealthy(at));
    }
  }

  /** However slow the machine: nothing passes uncounted, and a check may take its time. */
  private Map<String, String> settings(URI accounts) {
    return Map.of(
        "ONAIR_TOKEN_PRIVATE_KEY", privateKey().toString(),
        "ONAIR_GATEWAY_IDENTITY_TOKEN_LIFE", "10s",
        "ONAIR_GATEWAY_IDENTITY_KNOWN_FOR", "500ms",
        "ONAIR_GATEWAY_IDENTITY_CHECK_TIMEOUT", "4500ms",
        "ONAIR_GATEWAY_IDENTITY_SIGN_IN_TIMEOUT", "60s",
        "ONAIR_GATEWAY_LIMIT_LEASE_TIMEOUT", "20s",
        "ONAIR_GATEWAY_ACCOUNT_URL", accounts.toString());
  }

  /** An address at one of the two gateways, 0 or 1. */
  URI at(int gateway, String path) {
    return gateways.get(gateway).resolve(path);
  }

  /** What a gateway has said; account-service was started before them. */
  String log(int gateway) throws IOException {
    return Files.readString(logOf(gateway + 1));
  }

  /** First the services learn a new key, besides the old one; then the gateways sign with it. */
  void changeSigningKey() throws Exception {
    KeyPair keys = newKeys();
    String believed = Files.exists(publicKeys()) ? Files.readString(publicKeys()) : "";
    replace(publicKeys(), believed + pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    replace(privateKey(), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  @Override
  public void close() throws InterruptedException {
    started.forEach(Process::destroy);
    for (Process process : started) {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private boolean isHealthy(URI service) throws IOException, InterruptedException {
    try {
      HttpRequest health = HttpRequest.newBuilder(service.resolve("/actuator/health")).build();
      HttpResponse<Void> answer = http.send(health, BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private URI start(String service, Map<String, String> environment) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder another = onAir.platform().another(service);
    another.environment().put("SERVER_PORT", Integer.toString(port));
    another.environment().putAll(environment);
    started.add(another.redirectOutput(logOf(started.size()).toFile()).start());
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path logOf(int process) {
    return folder.resolve(process + ".log");
  }

  private Path publicKeys() {
    return folder.resolve("token-public.pem");
  }

  private Path privateKey() {
    return folder.resolve("token-private.pem");
  }

  private void replace(Path file, String content) throws IOException {
    Path next = Files.writeString(folder.resolve("next.pem"), content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
  }

  private static KeyPair newKeys() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
