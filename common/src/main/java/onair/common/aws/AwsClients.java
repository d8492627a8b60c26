package onair.common.aws;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.presigner.SdkPresigner;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes every AWS client of a service, so that endpoint, region, credentials, timeouts, retries and
 * user agent are the same everywhere. Clients share one connection pool, which lives as long as
 * this object; a client made here is closed by whoever asked for it, or never.
 */
public final class AwsClients implements AutoCloseable {

  private final AwsProperties properties;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final String userAgent;
  private final List<ExecutionInterceptor> interceptors;

  public AwsClients(AwsProperties properties) {
    this(properties, List.of());
  }

  /**
   * @param interceptors see every call of every client
   */
  public AwsClients(AwsProperties properties, List<ExecutionInterceptor> interceptors) {
    this(properties, connections(properties), interceptors);
  }

  /**
   * @param http carries the calls of all clients; closed with this object
   */
  public AwsClients(AwsProperties properties, SdkHttpClient http) {
    this(properties, http, List.of());
  }

  private AwsClients(
      AwsProperties properties, SdkHttpClient http, List<ExecutionInterceptor> interceptors) {
    this.properties = properties;
    this.http = http;
    this.interceptors = List.copyOf(interceptors);
    this.credentials = credentials(properties.accessKeyId(), properties.secretAccessKey());
    this.userAgent =
        "onair/"
            + Objects.requireNonNullElse(
                AwsClients.class.getPackage().getImplementationVersion(), "dev");
  }

  private static SdkHttpClient connections(AwsProperties properties) {
    return ApacheHttpClient.builder()
        .maxConnections(properties.maxConnections())
        .connectionTimeout(properties.connectTimeout())
        .connectionAcquisitionTimeout(properties.attemptTimeout())
        // A long poll is silent for longer than an attempt of anything else may take.
        .socketTimeout(properties.callTimeout())
        .build();
  }

  /**
   * A client of the service the builder is for: {@code clients.create(MediaLiveClient.builder())}.
   */
  public <B extends AwsClientBuilder<B, C>, C> C create(B builder) {
    return create(builder, properties.endpoint());
  }

  /**
   * A client of something that has an address of its own, such as a MediaStore container.
   *
   * @param endpoint as AWS gave it; empty for where the region has the service
   */
  public <B extends AwsClientBuilder<B, C>, C> C create(B builder, @Nullable URI endpoint) {
    builder
        .region(Region.of(properties.region()))
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration());
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (builder instanceof SdkSyncClientBuilder<?, ?> sync) {
      sync.httpClient(http);
    }
    return builder.build();
  }

  /**
   * Gives a presigner what clients have: {@code clients.presigner(S3Presigner.builder())}. What it
   * signs is called by somebody else, so it has no timeouts.
   *
   * @param address where that somebody reaches AWS, when that is elsewhere than for us
   */
  public <B extends SdkPresigner.Builder> B presigner(B builder, @Nullable URI address) {
    builder.region(Region.of(properties.region())).credentialsProvider(credentials);
    URI endpoint = address == null ? properties.endpoint() : address;
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder;
  }

  private ClientOverrideConfiguration configuration() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(properties.callTimeout())
        .apiCallAttemptTimeout(properties.attemptTimeout())
        .retryStrategy(
            new UnlessSingle(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(properties.maxAttempts())
                    .build()))
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, userAgent)
        .executionInterceptors(interceptors)
        .build();
  }

  private static AwsCredentialsProvider credentials(
      @Nullable String accessKeyId, @Nullable String secretAccessKey) {
    return accessKeyId == null || secretAccessKey == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(accessKeyId, secretAccessKey));
  }

  @Override
  public void close() {
    http.close();
  }
}
