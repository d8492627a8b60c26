package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.waiters.MediaLiveWaiter;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.json.JsonMapper;

/** One small live channel with everything around it, made and removed by SDK clients. */
final class Broadcast implements AutoCloseable {

  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final String GROUP = "grp";
  private static final String NAME = "show";
  private static final String STREAM = "live/k3x9-secret";

  private final URI endpoint;
  private final URI ingest;
  private final MediaLiveClient mediaLive;
  private final MediaLiveWaiter waiter;
  private final MediaPackageV2Client mediaPackage;
  private final CloudFrontClient cloudFront;
  private final SqsClient sqs;
  private final EventBridgeClient events;
  private final List<Process> publishers = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private String channelId = "";
  private String egressDomain = "";
  private String queueUrl = "";

  Broadcast(AwsLocal aws) {
    this(aws.endpoint(), aws.ingest());
  }

  /**
   * @param endpoint of the API
   * @param ingest where publishers go
   */
  Broadcast(URI endpoint, URI ingest) {
    this.endpoint = endpoint;
    this.ingest = ingest;
    this.mediaLive = client(MediaLiveClient.builder());
    this.waiter =
        MediaLiveWaiter.builder()
            .client(mediaLive)
            .overrideConfiguration(
                c -> c.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(OFTEN)))
            .build();
    this.mediaPackage = client(MediaPackageV2Client.builder());
    this.cloudFront = client(CloudFrontClient.builder());
    this.sqs = client(SqsClient.builder());
    this.events = client(EventBridgeClient.builder());
  }

  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  String channelId() {
    return channelId;
  }

  String egressDomain() {
    return egressDomain;
  }

  /** Where the endpoint lies, on the origin and on the CDN. */
  String path() {
    return "/out/v1/" + GROUP + "/" + NAME + "/web/";
  }

  void create() {
    listen();
    packaging();
    distribution();
    String group =
        mediaLive
            .createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")))
            .securityGroup()
            .id();
    String input =
        mediaLive
            .createInput(
                i ->
                    i.type("RTMP_PUSH")
                        .inputSecurityGroups(group)
                        .destinations(d -> d.streamName(STREAM)))
            .input()
            .id();
    createChannel(input);
  }

  /** As {@link #create()}, with a flow's stream instead of a publisher's. */
  void createFedBy(String flowArn) {
    listen();
    packaging();
    distribution();
    createChannel(
        mediaLive
            .createInput(
                i ->
                    i.type("MEDIACONNECT")
                        .roleArn("arn:aws:iam::000000000000:role/MediaLive")
                        .mediaConnectFlows(f -> f.flowArn(flowArn)))
            .input()
            .id());
  }

  /** As {@link #create()}, in two pipelines that each show a film again and again. */
  void createOfFilms(String first, String second) {
    listen();
    packaging();
    distribution();
    String input =
        mediaLive
            .createInput(i -> i.type("MP4_FILE").sources(s -> s.url(first), s -> s.url(second)))
            .input()
            .id();
    createChannel(
        "STANDARD",
        InputAttachment.builder()
            .inputId(input)
            .inputAttachmentName("film")
            .inputSettings(s -> s.sourceEndBehavior("LOOP"))
            .build());
  }

  private void createChannel(String input) {
    createChannel("SINGLE_PIPELINE", InputAttachment.builder().inputId(input).build());
  }

  private void createChannel(String channelClass, InputAttachment attachment) {
    channelId =
        mediaLive
            .createChannel(
                c ->
                    c.name(NAME)
                        .channelClass(channelClass)
                        .inputSpecification(s -> s.codec("AVC"))
                        .inputAttachments(attachment)
                        .destinations(
                            d ->
                                d.id("mp")
                                    .mediaPackageSettings(
                                        m -> m.channelGroup(GROUP).channelName(NAME)))
                        .encoderSettings(
                            encoder().toBuilder()
                                .thumbnailConfiguration(t -> t.state("AUTO"))
                                .build()))
            .channel()
            .id();
    waiter.waitUntilChannelCreated(c -> c.channelId(channelId));
  }

  /** Takes up what another process left. */
  void find() {
    channelId = mediaLive.listChannels().channels().getFirst().id();
    egressDomain = mediaPackage.getChannelGroup(g -> g.channelGroupName(GROUP)).egressDomain();
  }

  void start() {
    mediaLive.startChannel(c -> c.channelId(channelId));
  }

  ChannelState state() {
    return mediaLive.describeChannel(c -> c.channelId(channelId)).state();
  }

  List<ChannelAlert> alerts() {
    return mediaLive.listAlerts(a -> a.channelId(channelId).stateFilter("SET")).alerts();
  }

  /** A test card with a tone, pushed in real time until it is killed. */
  Process publish() {
    try {
      Process publisher =
          new ProcessBuilder(
                  List.of(
                      "ffmpeg",
                      "-nostdin",
                      "-hide_banner",
                      "-loglevel",
                      "error",
                      "-re",
                      "-f",
                      "lavfi",
                      "-i",
                      "testsrc2=size=320x180:rate=15",
                      "-f",
                      "lavfi",
                      "-i",
                      "sine=frequency=440:sample_rate=48000",
                      "-c:v",
                      "libx264",
                      "-preset",
                      "ultrafast",
                      "-pix_fmt",
                      "yuv420p",
                      "-g",
                      "15",
                      "-c:a",
                      "aac",
                      "-f",
                      "flv",
                      ingest + "/" + STREAM))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      publishers.add(publisher);
      return publisher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** States of the channel that EventBridge has told so far. */
  List<String> eventStates() {
    var json = new JsonMapper();
    List<Message> messages;
    do {
      messages = sqs.receiveMessage(r -> r.queueUrl(queueUrl).maxNumberOfMessages(10)).messages();
      for (Message message : messages) {
        states.add(json.readTree(message.body()).at("/detail/state").asString(""));
        sqs.deleteMessage(d -> d.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      }
    } while (!messages.isEmpty());
    return states;
  }

  /** Stops and deletes everything but the distribution, in AWS's order. */
  void remove() {
    publishers.forEach(Process::destroyForcibly);
    mediaLive.stopChannel(c -> c.channelId(channelId));
    waiter.waitUntilChannelStopped(c -> c.channelId(channelId));
    mediaLive.deleteChannel(c -> c.channelId(channelId));
    waiter.waitUntilChannelDeleted(c -> c.channelId(channelId));
    for (var input : mediaLive.listInputs().inputs()) {
      waiter.waitUntilInputDetached(i -> i.inputId(input.id()));
      mediaLive.deleteInput(i -> i.inputId(input.id()));
      waiter.waitUntilInputDeleted(i -> i.inputId(input.id()));
    }
    for (var group : mediaLive.listInputSecurityGroups().inputSecurityGroups()) {
      mediaLive.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(group.id()));
    }
    mediaPackage.deleteOriginEndpoint(
        e -> e.channelGroupName(GROUP).channelName(NAME).originEndpointName("web"));
    mediaPackage.deleteChannel(c -> c.channelGroupName(GROUP).channelName(NAME));
    mediaPackage.deleteChannelGroup(g -> g.channelGroupName(GROUP));
  }

  /** What is still listed. */
  List<Object> leftovers() {
    List<Object> all = new ArrayList<>(mediaLive.listChannels().channels());
    all.addAll(mediaLive.listInputs().inputs());
    all.addAll(mediaLive.listInputSecurityGroups().inputSecurityGroups());
    all.addAll(mediaPackage.listChannelGroups(g -> {}).items());
    return all;
  }

  private void packaging() {
    egressDomain = mediaPackage.createChannelGroup(g -> g.channelGroupName(GROUP)).egressDomain();
    mediaPackage.createChannel(c -> c.channelGroupName(GROUP).channelName(NAME).inputType("CMAF"));
    String arn =
        mediaPackage
            .createOriginEndpoint(
                e ->
                    e.channelGroupName(GROUP)
                        .channelName(NAME)
                        .originEndpointName("web")
                        .containerType("CMAF")
                        .segment(s -> s.segmentDurationSeconds(1))
                        .hlsManifests(m -> m.manifestName("index"))
                        .dashManifests(m -> m.manifestName("index")))
            .arn();
    mediaPackage.putOriginEndpointPolicy(
        p ->
            p.channelGroupName(GROUP)
                .channelName(NAME)
                .originEndpointName("web")
                .policy(
                    """
                    {"Statement": {"Effect": "Allow",
                      "Principal": {"Service": "cloudfront.amazonaws.com"},
                      "Action": "mediapackagev2:Get*", "Resource": "%s",
                      "Condition": {"StringEquals": {"aws:SourceAccount": "000000000000"}}}}
                    """
                        .formatted(arn)));
  }

  private void distribution() {
    String control =
        cloudFront
            .createOriginAccessControl(
                o ->
                    o.originAccessControlConfig(
                        c ->
                            c.name("mp")
                                .originAccessControlOriginType("mediapackagev2")
                                .signingBehavior("always")
                                .signingProtocol("sigv4")))
            .originAccessControl()
            .id();
    cloudFront.createDistribution(
        d ->
            d.distributionConfig(
                c ->
                    c.callerReference(UUID.randomUUID().toString())
                        .comment("test")
                        .enabled(true)
                        .origins(
                            o ->
                                o.quantity(1)
                                    .items(
                                        i ->
                                            i.id("mp")
                                                .domainName(egressDomain)
                                                .originAccessControlId(control)
                                                .customOriginConfig(
                                                    x ->
                                                        x.httpPort(80)
                                                            .httpsPort(443)
                                                            .originProtocolPolicy("https-only"))))
                        .defaultCacheBehavior(
                            b ->
                                b.targetOriginId("mp")
                                    .viewerProtocolPolicy("allow-all")
                                    .cachePolicyId("08627262-05a9-4f76-9ded-b50ca2e3a84f"))));
  }

  /** Sends what MediaLive tells to a queue. */
  private void listen() {
    queueUrl = sqs.createQueue(q -> q.queueName("medialive-events")).queueUrl();
    String queueArn =
        sqs.getQueueAttributes(q -> q.queueUrl(queueUrl).attributeNamesWithStrings("QueueArn"))
            .attributesAsStrings()
            .get("QueueArn");
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
          "Action": "sqs:SendMessage", "Resource": "%s"}}
        """
            .formatted(queueArn);
    sqs.setQueueAttributes(
        q -> q.queueUrl(queueUrl).attributesWithStrings(Map.of("Policy", policy)));
    events.putRule(r -> r.name("medialive").eventPattern("{\"source\": [\"aws.medialive\"]}"));
    events.putTargets(t -> t.rule("medialive").targets(x -> x.id("queue").arn(queueArn)));
  }

  static EncoderSettings encoder() {
    return EncoderSettings.builder()
        .timecodeConfig(t -> t.source("SYSTEMCLOCK"))
        .videoDescriptions(
            v ->
                v.name("v180")
                    .width(320)
                    .height(180)
                    .codecSettings(
                        s ->
                            s.h264Settings(
                                h ->
                                    h.bitrate(300_000)
                                        .gopSize(1.0)
                                        .gopSizeUnits("SECONDS")
                                        .framerateControl("SPECIFIED")
                                        .framerateNumerator(15)
                                        .framerateDenominator(1))))
        .audioDescriptions(
            a ->
                a.name("a1")
                    .audioSelectorName("default")
                    .codecSettings(s -> s.aacSettings(x -> x.bitrate(64_000.0))))
        .outputGroups(
            OutputGroup.builder()
                .outputGroupSettings(
                    s ->
                        s.mediaPackageGroupSettings(
                            m -> m.destination(d -> d.destinationRefId("mp"))))
                .outputs(
                    o ->
                        o.outputName("v")
                            .videoDescriptionName("v180")
                            .outputSettings(s -> s.mediaPackageOutputSettings(m -> {})),
                    o ->
                        o.outputName("a")
                            .audioDescriptionNames("a1")
                            .outputSettings(s -> s.mediaPackageOutputSettings(m -> {})))
                .build())
        .build();
  }

  @Override
  public void close() {
    publishers.forEach(Process::destroyForcibly);
    waiter.close();
    mediaLive.close();
    mediaPackage.close();
    cloudFront.close();
    sqs.close();
    events.close();
  }
}
