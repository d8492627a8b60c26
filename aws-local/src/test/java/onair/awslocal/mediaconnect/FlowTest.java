package onair.awslocal.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import onair.awslocal.media.FlowSource;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import onair.awslocal.resource.RequestBodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.mediaconnect.model.BadRequestException;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlow420Exception;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.KeyType;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/** Flows through the AWS SDK over HTTP. */
class FlowTest {

  private static final RequestBodies BODIES = RequestBodies.beside(FlowTest.class);
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:srt-AbCdEf";
  private static final String ROLE = "arn:aws:iam::111122223333:role/MediaConnectAccess";

  @TempDir Path folder;
  private MediaConnect aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaConnect.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  static List<String> createFlows() {
    return BODIES.of("CreateFlow");
  }

  @ParameterizedTest
  @MethodSource("createFlows")
  void bodyOfRealUseMakesAFlowThatSaysTheSame(String name) {
    CreateFlowRequest request = BODIES.body(name, CreateFlowRequest.class);

    String arn = aws.client.createFlow(request).flow().flowArn();
    Flow flow = aws.describe(arn);

    assertThat(arn).matches("arn:aws:mediaconnect:eu-west-1:111122223333:flow:1-\\w+-\\w+:ev-42");
    assertThat(flow.status()).isEqualTo(Status.STANDBY);
    assertThat(flow.sourceFailoverConfig()).isEqualTo(request.sourceFailoverConfig());
    if (request.source() != null) {
      assertThat(flow.source().decryption()).isEqualTo(request.source().decryption());
      assertThat(flow.source().whitelistCidr()).isEqualTo(request.source().whitelistCidr());
      assertThat(flow.source().ingestPort()).isEqualTo(request.source().ingestPort());
      assertThat(flow.source().ingestIp()).isEqualTo("127.0.0.1");
      assertThat(flow.source().transport().minLatency()).isEqualTo(2000);
    }
    assertThat(flow.sources()).hasSize(Math.max(1, request.sources().size()));
    aws.client.deleteFlow(f -> f.flowArn(arn));
    aws.settle();
    assertThatThrownBy(() -> aws.describe(arn)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void flowGoesThroughItsStatesAndTellsThem() {
    String arn = aws.flow("ev", 5000).flowArn();

    assertThat(aws.client.startFlow(f -> f.flowArn(arn)).status()).isEqualTo(Status.STARTING);
    assertThatThrownBy(() -> aws.client.startFlow(f -> f.flowArn(arn)))
        .isInstanceOf(BadRequestException.class);
    assertThat(aws.media.running).isEmpty();
    aws.settle();
    assertThat(aws.status(arn)).isEqualTo(Status.ACTIVE);
    assertThat(aws.media.running).containsKey(arn);
    assertThatThrownBy(() -> aws.client.deleteFlow(f -> f.flowArn(arn)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("stop the flow");

    assertThat(aws.client.stopFlow(f -> f.flowArn(arn)).status()).isEqualTo(Status.STOPPING);
    aws.settle();
    assertThat(aws.status(arn)).isEqualTo(Status.STANDBY);
    assertThat(aws.media.running).isEmpty();
    assertThatThrownBy(() -> aws.client.stopFlow(f -> f.flowArn(arn)))
        .isInstanceOf(BadRequestException.class);
    assertThat(aws.client.deleteFlow(f -> f.flowArn(arn)).status()).isEqualTo(Status.DELETING);
    assertThat(aws.status(arn)).isEqualTo(Status.DELETING);
    aws.settle();
    assertThatThrownBy(() -> aws.describe(arn)).isInstanceOf(NotFoundException.class);
    assertThat(aws.events.statuses())
        .containsExactly(
            "STANDBY STARTING",
            "STARTING ACTIVE",
            "ACTIVE STOPPING",
            "STOPPING STANDBY",
            "STANDBY DELETING");
    assertThat(aws.events.all.getFirst().resources()).containsExactly(arn);
  }

  @Test
  void passphraseIsReadWhenTheFlowStarts() {
    String arn = encrypted();
    aws.secrets.put(SECRET, "a-passphrase-of-ours");
    aws.client.startFlow(f -> f.flowArn(arn));
    aws.settle();

    FlowSource source = aws.media.job(arn).sources().getFirst();

    assertThat(source.end().passphrase()).isEqualTo(new Passphrase("a-passphrase-of-ours", 32));
    assertThat(source.end().latency()).isEqualTo(Duration.ofMillis(200));
    assertThat(source.toString()).doesNotContain("a-passphrase-of-ours");
    assertThat(((SrtEnd.Listener) source.end().role()).port()).isEqualTo(5000);
  }

  @Test
  void flowWhoseSecretCannotBeReadOrUsedIsInErrorAndSaysWhyAndCanBeStopped() {
    String arn = encrypted();
    for (String secret : new String[] {"", "too-short"}) {
      if (!secret.isEmpty()) {
        aws.secrets.put(SECRET, secret);
      }
      aws.client.startFlow(f -> f.flowArn(arn));
      aws.settle();

      assertThat(aws.status(arn)).isEqualTo(Status.ERROR);
      assertThat(aws.client.describeFlow(f -> f.flowArn(arn)).messages().errors())
          .singleElement()
          .asString()
          .contains(SECRET);
      aws.client.stopFlow(f -> f.flowArn(arn));
      aws.settle();
      assertThat(aws.status(arn)).isEqualTo(Status.STANDBY);
    }
  }

  @Test
  void portThatAnotherFlowOrProgramHasIsRefused() {
    aws.flow("first", 5000);
    aws.media.taken.add(5001);

    assertThatThrownBy(() -> aws.flow("second", 5000))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("5000");
    assertThatThrownBy(() -> aws.flow("third", 5001))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("5001");
    String arn = aws.flow("fourth", 5002).flowArn();
    aws.media.refusal = "port 5002 is in use";
    aws.client.startFlow(f -> f.flowArn(arn));
    aws.settle();
    assertThat(aws.status(arn)).isEqualTo(Status.ERROR);
  }

  @Test
  void aPortThatManyAskForAtOnceIsOneFlows() throws Exception {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        String name = "f" + i;
        callers.submit(
            () -> {
              try {
                aws.flow(name, 5000);
                made.incrementAndGet();
              } catch (BadRequestException e) {
                refused.incrementAndGet();
              }
            });
      }
    }

    assertThat(made).hasValue(1);
    assertThat(refused).hasValue(15);
  }

  @Test
  void listenerNeedsAPortAndAWhitelist() {
    assertThatThrownBy(
            () ->
                aws.client.createFlow(
                    f ->
                        f.name("ev")
                            .source(s -> s.protocol(Protocol.SRT_LISTENER).ingestPort(5000))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("CIDR");
    assertThatThrownBy(
            () ->
                aws.client.createFlow(
                    f ->
                        f.name("ev")
                            .source(
                                s ->
                                    s.protocol(Protocol.SRT_LISTENER).whitelistCidr("10.0.0.0/8"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("port");
    assertThatThrownBy(
            () ->
                aws.client.createFlow(
                    f ->
                        f.name("ev")
                            .source(
                                s ->
                                    s.protocol(Protocol.SRT_LISTENER)
                                        .ingestPort(5000)
                                        .whitelistCidr("10.0.0.0/33"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("10.0.0.0/33");
  }

  @Test
  void flowByAnotherProtocolIsKeptAndCannotBeStarted() {
    String arn =
        aws.client
            .createFlow(BODIES.body("mc.CreateFlow.failover", CreateFlowRequest.class))
            .flow()
            .flowArn();

    assertThatThrownBy(() -> aws.client.startFlow(f -> f.flowArn(arn)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("rtp-fec");
    assertThat(aws.status(arn)).isEqualTo(Status.STANDBY);
    assertThatThrownBy(
            () -> aws.client.createFlow(f -> f.name("x").source(s -> s.protocol(Protocol.CDI))))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void secondSourceNeedsFailoverAndThePrimaryOneIsPreferred() {
    Flow flow = aws.flow("ev", 5000);
    String arn = flow.flowArn();
    assertThatThrownBy(() -> addSource(arn)).isInstanceOf(BadRequestException.class);
    aws.client.updateFlow(
        f -> f.flowArn(arn).sourceFailoverConfig(c -> c.state("ENABLED").failoverMode("FAILOVER")));
    String added = addSource(arn);
    aws.client.updateFlow(
        f ->
            f.flowArn(arn)
                .sourceFailoverConfig(
                    c ->
                        c.state("ENABLED")
                            .failoverMode("FAILOVER")
                            .sourcePriority(p -> p.primarySource("backup"))));

    aws.client.startFlow(f -> f.flowArn(arn));
    aws.settle();
    assertThat(aws.media.job(arn).sources())
        .extracting(FlowSource::id)
        .containsExactly("source:backup", "source:in");

    aws.client.removeFlowSource(s -> s.flowArn(arn).sourceArn(flow.source().sourceArn()));
    assertThat(aws.status(arn)).isEqualTo(Status.UPDATING);
    assertThatThrownBy(() -> aws.client.stopFlow(f -> f.flowArn(arn)))
        .isInstanceOf(BadRequestException.class);
    aws.settle();
    assertThat(aws.status(arn)).isEqualTo(Status.ACTIVE);
    assertThat(aws.media.job(arn).sources()).hasSize(1);
    assertThatThrownBy(() -> aws.client.removeFlowSource(s -> s.flowArn(arn).sourceArn(added)))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void sourceIsChangedMemberByMember() {
    Flow flow = aws.activeFlow("ev", 5000);

    aws.client.updateFlowSource(
        s ->
            s.flowArn(flow.flowArn())
                .sourceArn(flow.source().sourceArn())
                .whitelistCidr("10.0.0.0/8")
                .minLatency(500));
    aws.settle();

    var source = aws.describe(flow.flowArn()).source();
    assertThat(source.whitelistCidr()).isEqualTo("10.0.0.0/8");
    assertThat(source.ingestPort()).isEqualTo(5000);
    assertThat(source.transport().minLatency()).isEqualTo(500);
    assertThat(aws.media.job(flow.flowArn()).sources().getFirst().end().latency())
        .isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whoIsConnectedAndWhoIsRefusedIsShownAndTold() {
    Flow flow = aws.activeFlow("ev", 5000);
    String arn = flow.flowArn();
    var media = aws.media.of(arn);

    media.refused("source:in", SrtRefusal.WRONG_PASSPHRASE);
    assertThat(aws.client.describeFlow(f -> f.flowArn(arn)).messages().errors())
        .containsExactly("Source in: a connection was refused, the passphrase is wrong");
    media.sourceConnected("source:in", "127.0.0.1");
    assertThat(aws.client.describeFlow(f -> f.flowArn(arn)).messages().errors()).isEmpty();
    assertThat(aws.describe(arn).source().peerIpAddress()).isEqualTo("127.0.0.1");
    media.sourceLost("source:in");
    assertThat(aws.describe(arn).source().peerIpAddress()).isNull();

    assertThat(aws.events.all)
        .extracting(RecordedEvents.Told::detailType)
        .containsSubsequence(
            "MediaConnect Alert",
            "MediaConnect Source Health",
            "MediaConnect Flow Health",
            "MediaConnect Source Health",
            "MediaConnect Flow Health");
    var connected =
        aws.events.all.stream()
            .filter(told -> told.detailType().equals("MediaConnect Source Health"))
            .findFirst()
            .orElseThrow();
    assertThat(connected.resources()).containsExactly(arn, flow.source().sourceArn());
    assertThat((Map<String, Object>) connected.detail().get("current"))
        .containsEntry("source_state", "CONNECTED");
    var lost = aws.events.all.getLast();
    assertThat(lost.resources()).containsExactly(arn);
    assertThat(lost.detail().get("unhealthy")).isEqualTo(true);
    assertThat((Map<String, Object>) lost.detail().get("previous"))
        .containsEntry("source_state", "CONNECTED")
        .containsEntry("failover_switch", false);
  }

  @Test
  void runningFlowRunsAgainInAnotherProcessAndAPendingChangeGoesOn() throws Exception {
    String running = aws.activeFlow("running", 5000).flowArn();
    String starting = aws.flow("starting", 5001).flowArn();
    aws.client.startFlow(f -> f.flowArn(starting));
    var later = aws.instant().plusSeconds(60);
    aws.close();

    aws = MediaConnect.at(folder, later);

    assertThat(aws.media.running).containsOnlyKeys(running, starting);
    assertThat(aws.status(running)).isEqualTo(Status.ACTIVE);
    assertThat(aws.status(starting)).isEqualTo(Status.ACTIVE);
  }

  @Test
  void tagsAreGivenWithTheCallThatMakesTheResource() {
    Flow flow =
        aws.client
            .createFlow(
                f ->
                    f.name("ev")
                        .flowTags(Map.of("onair:deployment", "local"))
                        .source(
                            s ->
                                s.protocol(Protocol.SRT_CALLER)
                                    .sourceListenerAddress("127.0.0.1")
                                    .sourceListenerPort(5000)
                                    .sourceTags(Map.of("part", "source"))))
            .flow();
    aws.client.tagResource(t -> t.resourceArn(flow.flowArn()).tags(Map.of("more", "1")));

    assertThat(tags(flow.flowArn())).isEqualTo(Map.of("onair:deployment", "local", "more", "1"));
    assertThat(tags(flow.source().sourceArn())).isEqualTo(Map.of("part", "source"));
    aws.client.untagResource(t -> t.resourceArn(flow.flowArn()).tagKeys("more", "unknown"));
    assertThat(tags(flow.flowArn())).isEqualTo(Map.of("onair:deployment", "local"));
    assertThatThrownBy(() -> tags(flow.flowArn() + "x")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void flowsAreListedInPagesAndMayShareTheirName() {
    for (int port = 5000; port < 5003; port++) {
      aws.flow("same", port);
    }

    assertThat(aws.client.listFlows(l -> l.maxResults(2)).flows()).hasSize(2);
    assertThat(aws.client.listFlowsPaginator(l -> l.maxResults(2)).flows())
        .hasSize(3)
        .extracting(ListedFlow::name)
        .containsOnly("same");
  }

  @Test
  void twentyFirstFlowIsRefusedWithQuotas() throws Exception {
    aws.close();
    aws = MediaConnect.withQuotas(folder);
    for (int port = 5000; port < 5020; port++) {
      aws.flow("ev", port);
    }

    assertThatThrownBy(() -> aws.flow("ev", 6000)).isInstanceOf(CreateFlow420Exception.class);
  }

  private String addSource(String arn) {
    return aws.client
        .addFlowSources(
            a ->
                a.flowArn(arn)
                    .sources(
                        s ->
                            s.name("backup")
                                .protocol(Protocol.SRT_LISTENER)
                                .ingestPort(5010)
                                .whitelistCidr("127.0.0.1/32")))
        .sources()
        .getFirst()
        .sourceArn();
  }

  private String encrypted() {
    return aws.client
        .createFlow(
            f ->
                f.name("ev")
                    .source(
                        s ->
                            s.name("in")
                                .protocol(Protocol.SRT_LISTENER)
                                .ingestPort(5000)
                                .minLatency(200)
                                .whitelistCidr("127.0.0.1/32")
                                .decryption(
                                    d ->
                                        d.keyType(KeyType.SRT_PASSWORD)
                                            .algorithm("aes256")
                                            .roleArn(ROLE)
                                            .secretArn(SECRET))))
        .flow()
        .flowArn();
  }

  private Map<String, String> tags(String arn) {
    return aws.client.listTagsForResource(t -> t.resourceArn(arn)).tags();
  }
}
