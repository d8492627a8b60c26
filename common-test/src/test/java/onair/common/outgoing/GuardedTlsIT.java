package onair.common.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the name stays the user's although the address is ours. */
@Timeout(60)
class GuardedTlsIT {

  private static final char[] STORE = "only for this test".toCharArray();

  private static HttpsServer server;
  private static SSLContext trust;
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    makeKeys(file);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, STORE);
    }
    trust = context(keys);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(trust));
    server.createContext(
        "/",
        exchange -> {
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          SEEN.add(
              exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + session.getRequestedServerNames());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void sendsTheNameAsHostAndToTls() {
    var names = new Clients.Names().with("hooks.example.com", "127.0.0.1");
    try (GuardedClient client = Clients.client(Clients.thisMachine(), names, trust)) {
      assertThat(client.send(to("hooks.example.com")).status()).isEqualTo(204);
      assertThat(SEEN.getLast())
          .startsWith("hooks.example.com:" + server.getAddress().getPort())
          .contains("value=hooks.example.com");
    }
  }

  @Test
  void believesNoOtherName() {
    var names = new Clients.Names().with("other.example.com", "127.0.0.1");
    try (GuardedClient client = Clients.client(Clients.thisMachine(), names, trust)) {
      assertUntrusted(client, "other.example.com");
    }
  }

  @Test
  void believesNoCertificateOfNobody() {
    var names = new Clients.Names().with("hooks.example.com", "127.0.0.1");
    try (GuardedClient client = Clients.client(Clients.thisMachine(), names)) {
      assertUntrusted(client, "hooks.example.com");
    }
  }

  private static void assertUntrusted(GuardedClient client, String host) {
    var failed = catchThrowableOfType(OutgoingFailed.class, () -> client.send(to(host)));
    assertThat(failed.reason()).isEqualTo(OutgoingFailed.Reason.TLS);
  }

  private static GuardedRequest to(String host) {
    URI target = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    return GuardedRequest.get(target, Map.of());
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, STORE);
    var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  /** Java has no API of its own to make a certificate, but brings the tool. */
  private static void makeKeys(Path file) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hooks",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example.com",
                "-ext",
                "SAN=DNS:hooks.example.com",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(STORE))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }
}
