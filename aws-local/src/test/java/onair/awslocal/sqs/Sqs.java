package onair.awslocal.sqs;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.awslocal.MovableClock;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.Backend;
import onair.awslocal.protocol.LocalApi;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS over a folder, with time moved by hand, and the AWS SDK as its client. */
final class Sqs implements AutoCloseable {

  final MovableClock clock = new MovableClock();
  final SqsClient client;
  final QueueTarget target;

  private final StateStore store;
  private final Lifecycle lifecycle = Lifecycle.manual(clock);
  private final LocalApi api;

  Sqs(Path folder) {
    this.store = new StateStore(folder);
    LocalSqs sqs = new LocalSqs(store, lifecycle, () -> URI.create("http://127.0.0.1:4566"));
    this.target = sqs.target();
    this.api = new LocalApi(new Backend("sqs", SqsClient.class, sqs));
    this.client = api.client(SqsClient.builder());
  }

  void pass(Duration time) {
    clock.pass(time);
    lifecycle.runDue();
  }

  String queue(String name, Map<QueueAttributeName, String> attributes) {
    return client.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
  }

  String queue(String name) {
    return queue(name, Map.of());
  }

  void send(String url, String body) {
    client.sendMessage(m -> m.queueUrl(url).messageBody(body));
  }

  List<Message> receive(String url) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNamesWithStrings("All"))
        .messages();
  }

  List<String> bodies(String url) {
    return receive(url).stream().map(Message::body).toList();
  }

  String attribute(String url, QueueAttributeName name) {
    return client
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(name))
        .attributes()
        .get(name);
  }

  @Override
  public void close() {
    client.close();
    api.close();
    store.close();
  }
}
