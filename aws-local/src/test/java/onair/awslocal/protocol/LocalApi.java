package onair.awslocal.protocol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import onair.awslocal.signature.Signatures;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/** Backends behind the wire protocols on a real port, and what talks to them. */
public final class LocalApi implements AutoCloseable {

  public static final String ACCOUNT = "111122223333";
  public static final Region REGION = Region.EU_WEST_1;

  private final Server server = new Server();
  private final ServerConnector connector;
  private final HttpClient http = HttpClient.newHttpClient();

  public LocalApi(Backend... backends) {
    this(List.of(), backends);
  }

  public LocalApi(List<CallFilter> filters, Backend... backends) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new AwsProtocol(List.of(backends), Signatures.anybody(ACCOUNT), filters));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Builds a client of the AWS SDK that talks to this server and never tries twice. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return client(builder, endpoint());
  }

  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClientBuilder(ApacheHttpClient.builder())
        .overrideConfiguration(c -> c.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /**
   * A request that carries a signature for a service, and otherwise what the caller puts into it.
   */
  public HttpRequest.Builder signed(String service, String path) {
    return HttpRequest.newBuilder(URI.create(endpoint() + path))
        .header("Authorization", authorization(service));
  }

  public static String authorization(String service) {
    return "AWS4-HMAC-SHA256 Credential=key/20261122/eu-west-1/%s/aws4_request, SignedHeaders=host, Signature=00"
        .formatted(service);
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
