package onair.awslocal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.client.AwsLocalControl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveAsyncClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Test classes as others write them, run by JUnit itself. */
class WithAwsLocalTest {

  private static final InputWhitelistRuleCidr ANYBODY =
      InputWhitelistRuleCidr.builder().cidr("0.0.0.0/0").build();

  private static final List<URI> SEEN = new ArrayList<>();

  @Test
  void givesClientsThatAreReadyToUse() {
    run(Clients.class).assertStatistics(all -> all.started(2).succeeded(2));
  }

  @Test
  void isOneForAllOfAClassAndAnotherForTheNextAndEndsWithIt() {
    SEEN.clear();

    run(First.class).assertStatistics(all -> all.started(2).succeeded(2));
    run(Second.class).assertStatistics(all -> all.started(1).succeeded(1));

    assertThat(SEEN).hasSize(3);
    assertThat(SEEN.get(0)).isEqualTo(SEEN.get(1)).isNotEqualTo(SEEN.get(2));
    assertThat(SEEN).allSatisfy(WithAwsLocalTest::nothingListens);
  }

  @Test
  void livesOnWhenItIsKeptForWhatOutlivesTheClass() {
    SEEN.clear();

    AwsLocal kept = AwsLocalExtension.keptFor(First.class);
    run(First.class).assertStatistics(all -> all.started(2).succeeded(2));

    assertThat(SEEN).containsOnly(kept.endpoint());
    assertThat(AwsLocalExtension.keptFor(First.class)).isSameAs(kept);
    assertThat(answers(kept.endpoint())).isTrue();
  }

  @Test
  void leavesAnnotatedConstructorsToWhomTheyAreFor() {
    run(OfOthers.class).assertStatistics(all -> all.started(1).succeeded(1));
  }

  @Test
  void takesSettings() {
    run(Elsewhere.class).assertStatistics(all -> all.started(1).succeeded(1));
  }

  @Test
  void saysWhichSettingIsBad() {
    run(Misspelt.class)
        .assertStatistics(all -> all.started(1).failed(1))
        .failed()
        .assertThatEvents()
        .allMatch(event -> event.toString().contains("AWS_LOCAL_PROFILE must be one of"));
    run(NoPair.class)
        .failed()
        .assertThatEvents()
        .allMatch(event -> event.toString().contains("\"realistic\" is not NAME=value"));
  }

  @Test
  void isNotThereForAClassThatDoesNotAskForIt() {
    assertThatThrownBy(() -> AwsLocalExtension.keptFor(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("String has no @WithAwsLocal");
  }

  private static Events run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .execute()
        .testEvents();
  }

  private static void nothingListens(URI endpoint) {
    assertThat(answers(endpoint)).isFalse();
  }

  private static boolean answers(URI endpoint) {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @WithAwsLocal
  static class Clients {

    @Test
    void ofAnyService(MediaLiveClient mediaLive, MediaLiveAsyncClient async, S3Client s3) {
      String group =
          mediaLive.createInputSecurityGroup(r -> r.whitelistRules(ANYBODY)).securityGroup().id();
      assertThat(async.listInputSecurityGroups(r -> {}).join().inputSecurityGroups())
          .extracting("id")
          .containsExactly(group);
      s3.createBucket(r -> r.bucket("films"));
      s3.putObject(r -> r.bucket("films").key("a/b"), RequestBody.fromString("x"));
      assertThat(s3.getObjectAsBytes(r -> r.bucket("films").key("a/b")).asUtf8String())
          .isEqualTo("x");
    }

    @Nested
    class InNestedClasses {

      @Test
      void theSame(SqsClient sqs, AwsLocal aws, AwsLocalControl control) {
        assertThat(sqs.createQueue(r -> r.queueName("inbox")).queueUrl())
            .startsWith(aws.endpoint().toString());
        assertThat(control).isNotNull();
      }
    }
  }

  /** What a framework has of its own, as Spring's {@code @Autowired}. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Theirs {}

  static class TheirClients implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getDeclaringExecutable().isAnnotationPresent(Theirs.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return S3Client.builder()
          .region(Region.US_EAST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();
    }
  }

  @WithAwsLocal
  @ExtendWith(TheirClients.class)
  static class OfOthers {

    private final S3Client theirs;

    @Theirs
    OfOthers(S3Client theirs) {
      this.theirs = theirs;
    }

    @Test
    void has(S3Client ours) {
      assertThat(theirs.serviceClientConfiguration().endpointOverride()).isEmpty();
      assertThat(ours.serviceClientConfiguration().endpointOverride()).isPresent();
    }
  }

  @WithAwsLocal
  static class First {

    @Test
    void one(AwsLocal aws) {
      SEEN.add(aws.endpoint());
    }

    @Test
    void two(AwsLocal aws) {
      SEEN.add(aws.endpoint());
    }
  }

  static class Second extends First {

    @Override
    @Test
    void one(AwsLocal aws) {
      super.one(aws);
    }

    @Override
    void two(AwsLocal aws) {}
  }

  @WithAwsLocal(settings = {"AWS_LOCAL_ACCOUNT_ID=111122223333", "AWS_LOCAL_CREDENTIALS=me:mine"})
  static class Elsewhere {

    @Test
    void account(StsClient sts) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo("111122223333");
    }
  }

  @WithAwsLocal(settings = "AWS_LOCAL_PROFILE=sloth")
  static class Misspelt {

    @Test
    void never(AwsLocal aws) {}
  }

  @WithAwsLocal(settings = "realistic")
  static class NoPair {

    @Test
    void never(AwsLocal aws) {}
  }
}
