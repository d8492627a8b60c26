package onair.awslocal.testcontainers;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import onair.awslocal.client.AwsLocalControl;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * {@code aws-local} in a container, empty, with instant state changes; started when everything in
 * it listens. Further settings by {@link #withEnv(String, String)}, named as the variables of
 * {@code aws-local} are.
 *
 * <pre>{@code
 * @Container
 * static final AwsLocalContainer AWS = new AwsLocalContainer();
 *
 * MediaLiveClient mediaLive = MediaLiveClient.builder()
 *     .endpointOverride(AWS.endpoint())
 *     .region(Region.of(AWS.region()))
 *     .credentialsProvider(
 *         StaticCredentialsProvider.create(
 *             AwsBasicCredentials.create(AWS.accessKeyId(), AWS.secretAccessKey())))
 *     .build();
 * }</pre>
 */
public final class AwsLocalContainer extends GenericContainer<AwsLocalContainer> {

  /** What {@code deploy/aws-local.Dockerfile} is built as. */
  public static final String DEFAULT_IMAGE = "onair/aws-local";

  static final int API_PORT = 4566;
  static final int EDGE_PORT = 8090;
  static final int RTMP_PORT = 1935;

  private static final String REGION = "AWS_LOCAL_REGION";
  private static final String CREDENTIALS = "AWS_LOCAL_CREDENTIALS";
  private static final Duration STARTUP = Duration.ofSeconds(60);

  /** Of the default image's newest version. */
  public AwsLocalContainer() {
    this(DockerImageName.parse(DEFAULT_IMAGE));
  }

  /**
   * @param image {@value #DEFAULT_IMAGE}, or declared to be a substitute of it
   * @throws IllegalStateException when it is neither
   */
  public AwsLocalContainer(DockerImageName image) {
    super(image);
    image.assertCompatibleWith(DockerImageName.parse(DEFAULT_IMAGE));
    withExposedPorts(API_PORT, EDGE_PORT, RTMP_PORT);
    withEnv("AWS_LOCAL_PROFILE", "instant");
    // A call to a published port does not come from the container's own loopback.
    withEnv("AWS_LOCAL_CONTROL", "open");
    withEnv(REGION, "eu-west-1");
    withEnv(CREDENTIALS, "test:test,*");
    waitingFor(
        Wait.forHttp("/_aws-local/health")
            .forPort(API_PORT)
            .forStatusCode(200)
            .withStartupTimeout(STARTUP));
  }

  /** Where SDK clients go: their endpoint override. */
  public URI endpoint() {
    return address("http", API_PORT);
  }

  /** Where viewers go. */
  public URI edge() {
    return address("http", EDGE_PORT);
  }

  /**
   * Where publishers go, with the app and stream name of an input behind it. MediaLive's answers
   * name the address inside the container.
   */
  public URI ingest() {
    return address("rtmp", RTMP_PORT);
  }

  /** Its clock, faults, ledger and snapshots. */
  public AwsLocalControl control() {
    return AwsLocalControl.at(endpoint());
  }

  /** Where buckets are. */
  public String region() {
    return setting(REGION);
  }

  /** That of the first caller it knows. */
  public String accessKeyId() {
    return firstCredentials()[0];
  }

  /** That of {@link #accessKeyId()}. */
  public String secretAccessKey() {
    return firstCredentials()[1];
  }

  private String[] firstCredentials() {
    return setting(CREDENTIALS).split("[:,]");
  }

  private String setting(String name) {
    return Objects.requireNonNull(getEnvMap().get(name), name);
  }

  private URI address(String scheme, int port) {
    return URI.create("%s://%s:%d".formatted(scheme, getHost(), getMappedPort(port)));
  }
}
