package onair.awslocal;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.protocol.LocalApi;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What there is to make a storm of: the same few calls of many services. */
final class StormKinds implements AutoCloseable {

  /** So long that a file is not written at once. */
  private static final int COPIES = 20_000;

  private final URI endpoint;
  private final List<AutoCloseable> clients = new ArrayList<>();

  StormKinds(URI endpoint) {
    this.endpoint = endpoint;
  }

  Map<String, StormActor.Kind> all() {
    Map<String, StormActor.Kind> all = new LinkedHashMap<>();
    S3Client s3 = client(S3Client.builder().forcePathStyle(true));
    s3.createBucket(b -> b.bucket("storm"));
    s3.createBucket(b -> b.bucket("parts"));
    all.put("object", new Objects(s3));
    all.put("multipart object", new MultipartObjects(s3));
    all.put("secret", new Secrets(client(SecretsManagerClient.builder())));
    all.put("parameter", new Parameters(client(SsmClient.builder())));
    all.put("message", messages());
    all.put("input", new Inputs(client(MediaLiveClient.builder())));
    all.put("channel", channels());
    all.put("package channel", packageChannels());
    all.put("access control", new AccessControls(client(CloudFrontClient.builder())));
    all.put("playback", new Playbacks(client(MediaTailorClient.builder())));
    all.put("rule", new Rules(client(EventBridgeClient.builder())));
    all.put("transcoding queue", new Queues(client(MediaConvertClient.builder())));
    return all;
  }

  private StormActor.Kind messages() {
    SqsClient sqs = client(SqsClient.builder());
    return new Messages(sqs, sqs.createQueue(q -> q.queueName("storm")).queueUrl());
  }

  private StormActor.Kind channels() {
    MediaLiveClient live = client(MediaLiveClient.builder());
    return new Channels(live);
  }

  private StormActor.Kind packageChannels() {
    MediaPackageV2Client client = client(MediaPackageV2Client.builder());
    client.createChannelGroup(g -> g.channelGroupName("storm"));
    return new PackageChannels(client);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable>
      C client(B builder) {
    C client = LocalApi.client(builder, endpoint);
    clients.add(client);
    return client;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  private static String shortened(String text) {
    String value = text.substring(0, Math.max(0, text.indexOf(';')));
    return text.equals((value + ";").repeat(COPIES)) ? value : "damaged";
  }

  private record Objects(S3Client s3) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      s3.putObject(
          o -> o.bucket("storm").key(name), RequestBody.fromString((value + ";").repeat(COPIES)));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      s3.deleteObject(o -> o.bucket("storm").key(name));
    }

    @Override
    public Map<String, String> read() {
      return objects(s3, "storm");
    }
  }

  private static Map<String, String> objects(S3Client s3, String bucket) {
    return s3.listObjectsV2(l -> l.bucket(bucket)).contents().stream()
        .collect(
            toMap(
                object -> object.key(),
                object ->
                    shortened(
                        s3.getObjectAsBytes(o -> o.bucket(bucket).key(object.key()))
                            .asString(StandardCharsets.UTF_8))));
  }

  private record MultipartObjects(S3Client s3) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String id = s3.createMultipartUpload(u -> u.bucket("parts").key(name)).uploadId();
      String etag =
          s3.uploadPart(
                  p -> p.bucket("parts").key(name).uploadId(id).partNumber(1),
                  RequestBody.fromString((value + ";").repeat(COPIES)))
              .eTag();
      s3.completeMultipartUpload(
          u ->
              u.bucket("parts")
                  .key(name)
                  .uploadId(id)
                  .multipartUpload(
                      m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      s3.deleteObject(o -> o.bucket("parts").key(name));
    }

    @Override
    public Map<String, String> read() {
      return objects(s3, "parts");
    }
  }

  private record Secrets(SecretsManagerClient secrets) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      secrets.createSecret(s -> s.name(name).secretString(value));
    }

    @Override
    public void update(String name, String value) {
      secrets.putSecretValue(s -> s.secretId(name).secretString(value));
    }

    @Override
    public void remove(String name) {
      secrets.deleteSecret(s -> s.secretId(name).forceDeleteWithoutRecovery(true));
    }

    @Override
    public Map<String, String> read() {
      return secrets.listSecretsPaginator().stream()
          .flatMap(page -> page.secretList().stream())
          .collect(
              toMap(
                  secret -> secret.name(),
                  secret -> secrets.getSecretValue(s -> s.secretId(secret.arn())).secretString()));
    }
  }

  private record Parameters(SsmClient ssm) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      ssm.putParameter(p -> p.name("/storm/" + name).value(value).type(ParameterType.STRING));
    }

    @Override
    public void update(String name, String value) {
      ssm.putParameter(p -> p.name("/storm/" + name).value(value).overwrite(true));
    }

    @Override
    public void remove(String name) {
      ssm.deleteParameter(p -> p.name("/storm/" + name));
    }

    @Override
    public Map<String, String> read() {
      return ssm.getParametersByPathPaginator(p -> p.path("/storm")).stream()
          .flatMap(page -> page.parameters().stream())
          .collect(toMap(each -> each.name().replace("/storm/", ""), each -> each.value()));
    }
  }

  private record Messages(SqsClient sqs, String url) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      sqs.sendMessage(m -> m.queueUrl(url).messageBody(name + " " + value));
    }

    @Override
    public boolean onlyMade() {
      return true;
    }

    @Override
    public void update(String name, String value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> read() {
      List<Message> all = new ArrayList<>();
      List<Message> some;
      do {
        some =
            sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(3600))
                .messages();
        all.addAll(some);
      } while (!some.isEmpty());
      for (Message message : all) {
        sqs.changeMessageVisibility(
            m -> m.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
      }
      Map<String, String> read = new HashMap<>();
      for (Message message : all) {
        String[] parts = message.body().split(" ");
        read.merge(parts[0], parts[1], (one, other) -> "twice");
      }
      return read;
    }
  }

  private record Inputs(MediaLiveClient live) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String id =
          live.createInput(
                  i ->
                      i.name("storm " + name)
                          .type("URL_PULL")
                          .sources(s -> s.url("http://127.0.0.1/" + value)))
              .input()
              .id();
      while (live.describeInput(i -> i.inputId(id)).state() == InputState.CREATING) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void update(String name, String value) {
      String id = id(name);
      live.updateInput(i -> i.inputId(id).sources(s -> s.url("http://127.0.0.1/" + value)));
    }

    @Override
    public void remove(String name) {
      String id = id(name);
      live.deleteInput(i -> i.inputId(id));
    }

    private String id(String name) {
      return inputs().stream()
          .filter(input -> input.name().equals("storm " + name))
          .findFirst()
          .orElseThrow()
          .id();
    }

    private List<Input> inputs() {
      return live.listInputsPaginator().inputs().stream()
          .filter(input -> input.name() != null && input.name().startsWith("storm "))
          .filter(
              input -> input.state() != InputState.DELETED && input.state() != InputState.DELETING)
          .toList();
    }

    @Override
    public Map<String, String> read() {
      return inputs().stream()
          .collect(
              toMap(
                  input -> input.name().replace("storm ", ""),
                  input ->
                      input.state() == InputState.DETACHED
                          ? input.sources().getFirst().url().replace("http://127.0.0.1/", "")
                          : input.stateAsString()));
    }
  }

  private record Channels(MediaLiveClient live) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String input =
          live.createInput(
                  i ->
                      i.name("for " + name)
                          .type("URL_PULL")
                          .sources(u -> u.url("http://127.0.0.1")))
              .input()
              .id();
      String id =
          live.createChannel(
                  c ->
                      c.name(value)
                          .tags(Map.of("storm", name))
                          .channelClass("SINGLE_PIPELINE")
                          .inputSpecification(s -> s.codec("AVC"))
                          .inputAttachments(a -> a.inputId(input))
                          .destinations(
                              d ->
                                  d.id("mp")
                                      .mediaPackageSettings(
                                          m -> m.channelGroup("storm").channelName(name)))
                          .encoderSettings(Broadcast.encoder()))
              .channel()
              .id();
      awaitIdle(id);
    }

    @Override
    public void update(String name, String value) {
      String id = channels().get(name).id();
      live.updateChannel(c -> c.channelId(id).name(value));
      awaitIdle(id);
    }

    @Override
    public void remove(String name) {
      String id = channels().get(name).id();
      live.deleteChannel(c -> c.channelId(id));
    }

    private void awaitIdle(String id) {
      while (live.describeChannel(c -> c.channelId(id)).state() != ChannelState.IDLE) {
        Thread.onSpinWait();
      }
    }

    private Map<String, ChannelSummary> channels() {
      return live.listChannelsPaginator().channels().stream()
          .filter(channel -> channel.tags().containsKey("storm"))
          .filter(
              channel ->
                  channel.state() != ChannelState.DELETED
                      && channel.state() != ChannelState.DELETING)
          .collect(toMap(channel -> channel.tags().get("storm"), channel -> channel));
    }

    @Override
    public Map<String, String> read() {
      Map<String, String> read = new HashMap<>();
      channels()
          .forEach(
              (name, channel) ->
                  read.put(
                      name,
                      channel.state() == ChannelState.IDLE
                          ? channel.name()
                          : channel.stateAsString()));
      return read;
    }
  }

  private record PackageChannels(MediaPackageV2Client client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.createChannel(
          c -> c.channelGroupName("storm").channelName(name).inputType("CMAF").description(value));
    }

    @Override
    public void update(String name, String value) {
      client.updateChannel(c -> c.channelGroupName("storm").channelName(name).description(value));
    }

    @Override
    public void remove(String name) {
      client.deleteChannel(c -> c.channelGroupName("storm").channelName(name));
    }

    @Override
    public Map<String, String> read() {
      return client.listChannelsPaginator(c -> c.channelGroupName("storm")).items().stream()
          .collect(toMap(each -> each.channelName(), each -> each.description()));
    }
  }

  private record AccessControls(CloudFrontClient client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.createOriginAccessControl(
          o ->
              o.originAccessControlConfig(
                  c ->
                      c.name("storm-" + name)
                          .description(value)
                          .originAccessControlOriginType("s3")
                          .signingBehavior("always")
                          .signingProtocol("sigv4")));
    }

    @Override
    public void update(String name, String value) {
      String id = id(name);
      String etag = client.getOriginAccessControl(o -> o.id(id)).eTag();
      client.updateOriginAccessControl(
          o ->
              o.id(id)
                  .ifMatch(etag)
                  .originAccessControlConfig(
                      c ->
                          c.name("storm-" + name)
                              .description(value)
                              .originAccessControlOriginType("s3")
                              .signingBehavior("always")
                              .signingProtocol("sigv4")));
    }

    @Override
    public void remove(String name) {
      String id = id(name);
      String etag = client.getOriginAccessControl(o -> o.id(id)).eTag();
      client.deleteOriginAccessControl(o -> o.id(id).ifMatch(etag));
    }

    private String id(String name) {
      return client.listOriginAccessControls(o -> {}).originAccessControlList().items().stream()
          .filter(each -> each.name().equals("storm-" + name))
          .findFirst()
          .orElseThrow()
          .id();
    }

    @Override
    public Map<String, String> read() {
      return client.listOriginAccessControls(o -> {}).originAccessControlList().items().stream()
          .filter(each -> each.name().startsWith("storm-"))
          .collect(toMap(each -> each.name().replace("storm-", ""), each -> each.description()));
    }
  }

  private record Playbacks(MediaTailorClient client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.putPlaybackConfiguration(
          p ->
              p.name(name)
                  .videoContentSourceUrl("http://127.0.0.1/video")
                  .adDecisionServerUrl("http://127.0.0.1/" + value));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      client.deletePlaybackConfiguration(p -> p.name(name));
    }

    @Override
    public Map<String, String> read() {
      return client.listPlaybackConfigurationsPaginator(p -> {}).items().stream()
          .collect(
              toMap(
                  each -> each.name(),
                  each -> each.adDecisionServerUrl().replace("http://127.0.0.1/", "")));
    }
  }

  private record Rules(EventBridgeClient client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.putRule(
          r ->
              r.name("storm-" + name).description(value).eventPattern("{\"source\": [\"storm\"]}"));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      client.deleteRule(r -> r.name("storm-" + name));
    }

    @Override
    public Map<String, String> read() {
      return client.listRules(r -> r.namePrefix("storm-")).rules().stream()
          .collect(toMap(each -> each.name().replace("storm-", ""), each -> each.description()));
    }
  }

  private record Queues(MediaConvertClient client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.createQueue(q -> q.name(name).description(value));
    }

    @Override
    public void update(String name, String value) {
      client.updateQueue(q -> q.name(name).description(value));
    }

    @Override
    public void remove(String name) {
      client.deleteQueue(q -> q.name(name));
    }

    @Override
    public Map<String, String> read() {
      return client.listQueuesPaginator(q -> {}).queues().stream()
          .filter(queue -> queue.name().startsWith("n"))
          .collect(toMap(each -> each.name(), each -> each.description()));
    }
  }
}
