package onair.awslocal.resource;

import java.net.URI;
import java.util.List;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.Backend;
import onair.awslocal.signature.Signatures;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** One backend behind the AWS protocol on a real port, and SDK clients that call it. */
public final class LocalApi implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector;

  public LocalApi(Backend backend, String accountId) throws Exception {
    var http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE); // ARNs stand percent-encoded in paths
    this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new AwsProtocol(List.of(backend), Signatures.anybody(accountId), List.of()));
    server.start();
  }

  public <B extends AwsClientBuilder<B, C>, C> C client(B builder, Region region) {
    return builder
        .endpointOverride(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
