package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real gateway on a free port with fake services behind it, one for all tests of a run. Its
 * caches follow a clock that tests move; {@link #reset()} gives each test a fresh world.
 */
public final class RunningGateway {
  /** The only foreign origin this gateway lets in. */
  public static final String PARTNER = "https://partner.example";

  /** How long a service behind it may take to begin an answer. */
  public static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

  private static final RunningGateway SHARED = new RunningGateway();

  public final FakeService accountService = new FakeService();
  public final FakeAccounts accounts = new FakeAccounts(accountService);
  public final FakeService channels = new FakeService();
  public final FakeService delivery = new FakeService();
  public final FakeService vod = new FakeService();
  public final FakeService ads = new FakeService();

  private final AtomicLong elapsed = new AtomicLong();
  private final KeyPair keys = newKeys();
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final CircuitBreakerRegistry breakers;

  private RunningGateway() {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(
                (GenericApplicationContext beans) ->
                    beans.registerBean(Ticker.class, () -> elapsed::get))
            .run(
                "--server.port=0",
                "--onair.gateway.account-url=" + accountService.url(),
                "--onair.gateway.channel-url=" + channels.url(),
                "--onair.gateway.delivery-url=" + delivery.url(),
                "--onair.gateway.vod-url=" + vod.url(),
                "--onair.gateway.ads-url=" + ads.url(),
                "--onair.gateway.media-origins=http://edge.example:8090",
                "--onair.gateway.upload-origins=https://uploads.s3.example",
                "--onair.gateway.cors-origins=" + PARTNER,
                "--onair.gateway.body-pause=1s",
                "--onair.gateway.header-time=2s",
                "--onair.gateway.body-time=2s",
                "--onair.token.private-key=" + pemOf(keys),
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout="
                    + RESPONSE_TIMEOUT);
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    this.breakers = context.getBean(CircuitBreakerRegistry.class);
    await().atMost(Duration.ofMinutes(3)).until(this::isWarm);
  }

  /** The gateway, with everything behind it as new and every cache out of date. */
  public static RunningGateway fresh() {
    SHARED.reset();
    return SHARED;
  }

  public int port() {
    return port;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Lets the caches grow older. */
  public void passes(Duration time) {
    elapsed.addAndGet(time.toNanos());
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpClient http() {
    return http;
  }

  public JsonNode json(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  /** The claims of the internal token a service was given, its signature checked. */
  public JWTClaimsSet claimsOf(FakeService.Asked asked) {
    try {
      String bearer = Objects.requireNonNull(asked.headers().getFirst("Authorization"));
      var token = SignedJWT.parse(bearer.substring("Bearer ".length()));
      if (!token.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic()))) {
        throw new AssertionError("The signature is wrong");
      }
      return token.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** The first request of all may take longer than the gateway has patience for. */
  private boolean isWarm() {
    reset();
    try {
      return get("/v1/channels", "Authorization", "Bearer " + FakeAccounts.KEY).statusCode() == 200;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private void reset() {
    accounts.reset();
    channels.reset();
    delivery.reset();
    breakers.getAllCircuitBreakers().forEach(this::close);
    passes(Duration.ofHours(1));
  }

  /** A reset alone would leave what a half-open breaker has planned for a minute later. */
  private void close(CircuitBreaker breaker) {
    breaker.transitionToClosedState();
    breaker.reset();
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Path pemOf(KeyPair keys) {
    try {
      Path file = Files.createTempFile("gateway", ".pem");
      file.toFile().deleteOnExit();
      String text = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
      return Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
