package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sts.StsClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it: embedded, and as a process of its own. */
class AwsLocalTest {

  @TempDir Path folder;

  @Test
  void servesEverythingOnceItHasStarted() throws Exception {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder))) {
      HttpResponse<String> health = get(local.endpoint().resolve("/_aws-local/health"));
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).isEqualTo("{\"status\":\"up\"}");
      try (StsClient sts = LocalApi.client(StsClient.builder(), local.endpoint())) {
        var caller = sts.getCallerIdentity();
        assertThat(caller.account()).isEqualTo("000000000000");
        assertThat(caller.arn()).isEqualTo("arn:aws:iam::000000000000:user/aws-local");
      }
    }
  }

  @Test
  void bringsAnEventFromABusToAQueueWhoseUrlWorks() {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        SqsClient sqs = LocalApi.client(SqsClient.builder(), local.endpoint());
        EventBridgeClient events = LocalApi.client(EventBridgeClient.builder(), local.endpoint())) {
      String url =
          sqs.createQueue(
                  q ->
                      q.queueName("inbox")
                          .attributes(
                              Map.of(
                                  QueueAttributeName.POLICY,
                                  """
                                  {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage",
                                   "Principal": {"Service": "events.amazonaws.com"}, "Resource": "*"}}
                                  """)))
              .queueUrl();
      assertThat(url).startsWith(local.endpoint() + "/000000000000/");
      events.putRule(r -> r.name("r").eventPattern("{\"source\":[\"onair.test\"]}"));
      events.putTargets(
          r -> r.rule("r").targets(t -> t.id("1").arn("arn:aws:sqs:eu-west-1:000000000000:inbox")));
      events.putEvents(
          r -> r.entries(e -> e.source("onair.test").detailType("t").detail("{\"n\":1}")));
      Message message =
          sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(5)).messages().getFirst();
      assertThat(new JsonMapper().readTree(message.body()).at("/detail/n").asInt()).isEqualTo(1);
    }
  }

  @Test
  void saysWhichPortIsTakenAndLeavesNothingOpen() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      AwsLocalConfig config =
          AwsLocalConfig.from(
              Map.of(
                  "AWS_LOCAL_PORT",
                  Integer.toString(taken.getLocalPort()),
                  "AWS_LOCAL_EDGE_PORT",
                  "0",
                  "AWS_LOCAL_RTMP_PORT",
                  "0",
                  "AWS_LOCAL_DATA",
                  folder.toString()));
      assertThatThrownBy(() -> AwsLocal.start(config))
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
    AwsLocal.start(AwsLocalConfig.forTests(folder)).close();
  }

  @Test
  void oneFolderBelongsToOneAtATime() {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder))) {
      assertThat(local.endpoint()).isNotNull();
      assertThatThrownBy(() -> AwsLocal.start(AwsLocalConfig.forTests(folder)))
          .hasMessageContaining("in use by another aws-local");
    }
  }

  @Test
  void aProcessSaysItsAddressesKeepsItsStateWhenKilledAndEndsCleanlyWhenTold() throws Exception {
    AwsLocalProcess first = AwsLocalProcess.start(folder);
    try (SqsClient sqs = LocalApi.client(SqsClient.builder(), first.endpoint())) {
      String url = sqs.createQueue(q -> q.queueName("kept")).queueUrl();
      sqs.sendMessage(m -> m.queueUrl(url).messageBody("kept"));
    }
    first.kill();

    AwsLocalProcess second = first.again();
    assertThat(second.endpoint()).isEqualTo(first.endpoint());
    try (SqsClient sqs = LocalApi.client(SqsClient.builder(), second.endpoint())) {
      String url = sqs.getQueueUrl(q -> q.queueName("kept")).queueUrl();
      assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages())
          .extracting(Message::body)
          .containsExactly("kept");
    }
    assertThat(second.stop()).as("after SIGTERM").isEqualTo(143);
    assertThat(second.lines()).noneMatch(line -> line.contains("ERROR") || line.contains("WARN"));
  }

  @Test
  void aProcessThatCannotStartSaysWhyInOneLine() throws Exception {
    Process process =
        AwsLocalProcess.begun(
            Map.of("AWS_LOCAL_PORT", "many", "AWS_LOCAL_DATA", folder.toString()));
    List<String> lines;
    try (BufferedReader output = process.inputReader()) {
      lines = output.lines().toList();
    }
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("aws-local cannot start: AWS_LOCAL_PORT must be a number from 0 to 65535");
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
