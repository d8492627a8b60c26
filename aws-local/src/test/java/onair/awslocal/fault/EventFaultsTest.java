package onair.awslocal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.Door;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events that go astray on their way from a bus to a queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFaultsTest {

  private static final String ANYBODY =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage",
       "Principal": {"Service": "events.amazonaws.com"}, "Resource": "*"}}
      """;

  private AwsLocal local;
  private Door door;
  private EventBridgeClient events;
  private SqsClient sqs;
  private String queue;

  @BeforeAll
  void start(@TempDir Path folder) {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    door = new Door(local.endpoint());
    events = LocalApi.client(EventBridgeClient.builder(), local.endpoint());
    sqs = LocalApi.client(SqsClient.builder(), local.endpoint());
    queue =
        sqs.createQueue(
                q -> q.queueName("q").attributes(Map.of(QueueAttributeName.POLICY, ANYBODY)))
            .queueUrl();
    events.putRule(r -> r.name("r").eventPattern("{\"source\":[\"tests\",\"others\"]}"));
    events.putTargets(
        r ->
            r.rule("r")
                .targets(
                    t ->
                        t.id("1")
                            .arn("arn:aws:sqs:eu-west-1:000000000000:q")
                            .inputPath("$.detail.n")));
  }

  @AfterAll
  void stop() {
    events.close();
    sqs.close();
    local.close();
  }

  @AfterEach
  void noMoreFaults() {
    door.delete("/faults");
  }

  @Test
  void areDropped() {
    String fault = door.fault("{'service':'events','kind':'drop','call':2}");
    send("tests", 1, 2, 3);
    assertThat(received(2)).containsExactly("1", "3");
    assertThat(door.get("/faults/" + fault).body().path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void comeTwice() {
    door.fault("{'service':'events','kind':'double','every':2}");
    send("tests", 1, 2, 3);
    assertThat(received(4)).containsExactly("1", "2", "2", "3");
  }

  @Test
  void comeInAnotherOrder() {
    door.fault("{'service':'events','kind':'reorder','every':1}");
    send("tests", 1, 2, 3, 4);
    assertThat(received(4)).containsExactly("2", "1", "4", "3");
  }

  @Test
  void areNotLostWhenNoOtherFollows() {
    door.fault("{'service':'events','kind':'reorder','call':1,'delay_ms':100}");
    send("tests", 1);
    assertThat(received(1)).containsExactly("1");
  }

  @Test
  void comeLate() {
    door.fault("{'service':'events','kind':'delay','call':1,'delay_ms':1000}");
    send("tests", 1, 2);
    assertThat(received(2)).containsExactly("2", "1");
  }

  @Test
  void goAstrayOnlyWhenTheyAreThoseMeant() {
    door.fault("{'service':'events','kind':'drop','source':'others'}");
    door.fault("{'service':'events','kind':'drop','detail_type':'of no kind'}");
    send("others", 1);
    send("tests", 2);
    assertThat(received(1)).containsExactly("2");
  }

  private void send(String source, int... numbers) {
    for (int number : numbers) {
      events.putEvents(
          p ->
              p.entries(
                  e -> e.source(source).detailType("n").detail("{\"n\":%d}".formatted(number))));
    }
  }

  /** So many messages, and that there are no more. */
  private List<String> received(int count) {
    List<String> bodies = new ArrayList<>();
    while (bodies.size() < count) {
      List<Message> messages =
          sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10).maxNumberOfMessages(10))
              .messages();
      assertThat(messages).as("after %s", bodies).isNotEmpty();
      take(messages, bodies);
    }
    take(sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10)).messages(), bodies);
    return bodies;
  }

  private void take(List<Message> messages, List<String> bodies) {
    for (Message message : messages) {
      bodies.add(message.body());
      sqs.deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
  }
}
