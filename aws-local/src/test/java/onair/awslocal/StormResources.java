package onair.awslocal;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Small things of the other services. */
final class StormResources {

  private StormResources() {}

  record Secrets(SecretsManagerClient secrets) implements StormActor.Kind {

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

  record Parameters(SsmClient ssm) implements StormActor.Kind {

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

  record Messages(SqsClient sqs, String url) implements StormActor.Kind {

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

  record PackageChannels(MediaPackageV2Client client) implements StormActor.Kind {

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

  record AccessControls(CloudFrontClient client) implements StormActor.Kind {

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

  record Playbacks(MediaTailorClient client) implements StormActor.Kind {

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

  record Rules(EventBridgeClient client) implements StormActor.Kind {

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

  record TranscodingQueues(MediaConvertClient client) implements StormActor.Kind {

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
