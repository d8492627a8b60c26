package onair.delivery;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.common.aws.AwsClients;
import onair.common.security.Caller;
import onair.test.PostgresDatabase;
import onair.test.TestApi;
import onair.test.TestTokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The delivery service with a database and an aws-local of its own, which can be stopped and
 * started again.
 */
final class Installation implements AutoCloseable {

  static final String LIVE_DOMAIN = "live.egress.x.mediapackagev2.eu-west-1.amazonaws.com";
  static final String MORE_DOMAIN = "more.egress.x.mediapackagev2.eu-west-1.amazonaws.com";

  private final PostgresDatabase database = PostgresDatabase.create();
  private final Path folder;
  private final URI endpoint;
  private final URI edge;
  private AwsLocal aws;
  private ConfigurableApplicationContext service;

  Installation(Path folder) {
    this.folder = folder;
    this.aws = AwsLocal.start(config(0, 0));
    this.endpoint = aws.endpoint();
    this.edge = aws.edge();
    this.service = start(Map.of());
  }

  /** Starts the service anew with other settings, on the same database and AWS. */
  void restart(Map<String, Object> settings) {
    service.close();
    service = start(settings);
  }

  /** AWS does not answer until {@link #startAws()}. */
  void stopAws() {
    aws.close();
  }

  void startAws() {
    aws = AwsLocal.start(config(endpoint.getPort(), edge.getPort()));
  }

  URI edge() {
    return edge;
  }

  CloudFrontClient cloudFront() {
    return service.getBean(AwsClients.class).create(CloudFrontClient.builder());
  }

  /** Once the service listens; what is told before, nobody hears. */
  Told told() {
    EventBridgeClient eventBridge =
        service.getBean(AwsClients.class).create(EventBridgeClient.builder());
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () ->
                !eventBridge
                    .listTargetsByRule(
                        rule -> rule.eventBusName("onair").rule("onair-local-delivery-service"))
                    .targets()
                    .isEmpty());
    return new Told(eventBridge);
  }

  /** From now on keeps what the service tells others of that type; call to see the last of it. */
  Supplier<Optional<JsonNode>> overhear(String type) {
    AwsClients clients = service.getBean(AwsClients.class);
    SqsClient sqs = clients.create(SqsClient.builder());
    EventBridgeClient eventBridge = clients.create(EventBridgeClient.builder());
    String queue = sqs.createQueue(r -> r.queueName("overheard")).queueUrl();
    String pattern = "{\"detail-type\":[\"%s\"]}".formatted(type);
    eventBridge.putRule(r -> r.eventBusName("onair").name("overheard").eventPattern(pattern));
    String arn =
        sqs.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sqs.setQueueAttributes(
        r -> r.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, anyEventBus(arn))));
    eventBridge.putTargets(
        r -> r.eventBusName("onair").rule("overheard").targets(t -> t.id("queue").arn(arn)));
    return () ->
        service
            .getBean(AwsClients.class)
            .create(SqsClient.builder())
            .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
            .messages()
            .stream()
            .map(message -> JsonMapper.shared().readTree(message.body()).path("detail"))
            .reduce((first, last) -> last);
  }

  private static String anyEventBus(String arn) {
    return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
          "Resource": "%s"}]}
        """
        .formatted(arn);
  }

  TestApi anonymous() {
    return TestApi.at(
        Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
  }

  TestApi as(Caller caller) {
    return anonymous().as("delivery-service", caller);
  }

  private AwsLocalConfig config(int port, int edgePort) {
    return AwsLocalConfig.from(
        Map.of(
            "AWS_LOCAL_PORT", Integer.toString(port),
            "AWS_LOCAL_EDGE_PORT", Integer.toString(edgePort),
            "AWS_LOCAL_RTMP_PORT", "0",
            "AWS_LOCAL_PROFILE", "fast",
            "AWS_LOCAL_DATA", folder.toString()));
  }

  private ConfigurableApplicationContext start(Map<String, Object> settings) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(DeliveryService.class)
            .properties(
                Map.ofEntries(
                    Map.entry("logging.level.root", "warn"),
                    Map.entry("spring.main.banner-mode", "off")));
    Map<String, Object> usual = new LinkedHashMap<>(database.properties());
    usual.putAll(
        Map.of(
            "server.port",
            "0",
            "onair.token.public-key",
            TestTokens.shared().publicKeyPem(),
            "onair.aws.endpoint",
            endpoint,
            "onair.aws.access-key-id",
            "test",
            "onair.aws.secret-access-key",
            "test",
            "onair.delivery.base-url",
            edge,
            "onair.delivery.deploy-poll",
            "200ms"));
    return builder.run(arguments(usual, settings));
  }

  private static String[] arguments(Map<String, Object> usual, Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>(usual);
    all.putAll(settings);
    return all.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  @Override
  public void close() {
    service.close();
    aws.close();
  }
}
