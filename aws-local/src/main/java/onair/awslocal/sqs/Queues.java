package onair.awslocal.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;

/** All queues and their messages. */
final class Queues {

  private static final Duration RETENTION_CHECK = Duration.ofMinutes(1);

  private final Table<QueueRow> queues;
  private final Table<MessageRow> messages;
  private final Map<String, MessageQueue> contents = new ConcurrentHashMap<>();
  private final Lifecycle lifecycle;

  Queues(StateStore store, Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
    this.queues = store.table("sqs-queues", Codecs.json(QueueRow.class));
    this.messages = store.table("sqs-messages", Codecs.json(MessageRow.class));
    queues.list().forEach(queue -> contents.put(queue.id(), newContents()));
    for (MessageRow message : messages.list()) {
      MessageQueue queue = contents.get(message.queueId());
      if (queue == null) { // its queue was deleted just before the last end
        messages.remove(message.id());
      } else {
        queue.adopt(message);
      }
    }
    lifecycle.onMoved(() -> contents.values().forEach(MessageQueue::look));
    lifecycle.after(RETENTION_CHECK, "sqs retention", this::expire);
  }

  /** Lets the ledger write down what happens to them. */
  void record(Ledger ledger) {
    ledger.watch(queues, Watched.stateless("sqs", "queue", QueueRow::arn));
  }

  /** Ends all waiting receives. */
  void close() {
    contents.values().forEach(MessageQueue::close);
  }

  Optional<QueueRow> find(Scope scope, String name) {
    return queues.get(scope.key(name));
  }

  Optional<QueueRow> findByArn(String arn) {
    return queues.list().stream().filter(queue -> queue.arn().equals(arn)).findFirst();
  }

  List<QueueRow> list(Scope scope) {
    return queues.list().stream().filter(queue -> queue.scope().equals(scope)).toList();
  }

  /**
   * The queue of that name, made when it is missing; an existing one must agree with the
   * attributes.
   */
  QueueRow create(
      Scope scope, String name, Map<String, String> attributes, Map<String, String> tags) {
    QueueRow fresh =
        new QueueRow(
            UUID.randomUUID().toString(),
            scope.accountId(),
            scope.region(),
            name,
            attributes,
            tags,
            lifecycle.now(),
            lifecycle.now());
    contents.put(fresh.id(), newContents());
    if (queues.insert(fresh.key(), fresh)) {
      return fresh;
    }
    contents.remove(fresh.id());
    QueueRow existing = find(scope, name).orElseThrow(SqsErrors::noSuchQueue);
    Map<String, String> effective = Settings.of(existing).effective();
    attributes.forEach(
        (attribute, value) -> {
          if (!value.equals(effective.get(attribute))) {
            throw SqsErrors.queueExists(attribute);
          }
        });
    return existing;
  }

  void setAttributes(QueueRow queue, Map<String, String> changes) {
    change(queue, row -> row.with(changes, lifecycle.now()));
  }

  void setTags(QueueRow queue, UnaryOperator<Map<String, String>> change) {
    change(queue, row -> row.withTags(change.apply(row.tags())));
  }

  private void change(QueueRow queue, UnaryOperator<QueueRow> change) {
    if (queues.update(queue.key(), change).isEmpty()) {
      throw SqsErrors.noSuchQueue();
    }
  }

  void delete(QueueRow queue) {
    if (!queues.removeIf(queue.key(), row -> row.id().equals(queue.id()))) {
      throw SqsErrors.noSuchQueue();
    }
    MessageQueue gone = contents.remove(queue.id());
    if (gone != null) {
      gone.close();
      gone.purge();
    }
  }

  /** The messages of a queue. */
  MessageQueue contents(QueueRow queue) {
    MessageQueue found = contents.get(queue.id());
    if (found == null) {
      throw SqsErrors.noSuchQueue();
    }
    return found;
  }

  /** Waits for messages; those received too often go to the dead-letter queue instead. */
  List<MessageRow> receive(QueueRow queue, int max, Duration wait, Duration hidden) {
    long end = System.nanoTime() + wait.toNanos();
    MessageQueue source = contents(queue);
    while (true) {
      Optional<Settings.Redrive> redrive = Settings.of(queue).redrive();
      Optional<QueueRow> deadLetters = redrive.flatMap(policy -> findByArn(policy.deadLetterArn()));
      int limit =
          deadLetters.isPresent() ? redrive.orElseThrow().maxReceiveCount() : Integer.MAX_VALUE;
      List<MessageRow> exhausted = new ArrayList<>();
      List<MessageRow> received =
          source.receive(max, hidden, message -> message.received() >= limit, exhausted);
      exhausted.forEach(message -> giveUp(message, queue, deadLetters.orElseThrow()));
      if (!received.isEmpty()) {
        return received;
      }
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (exhausted.isEmpty() && !lifecycle.gate().outside(() -> source.await(left))) {
        return received;
      }
    }
  }

  /** One write moves it, so it is never in both queues and never in none. */
  private void giveUp(MessageRow message, QueueRow source, QueueRow deadLetters) {
    contents(deadLetters).send(message.movedTo(deadLetters.id(), source.arn(), lifecycle.now()));
  }

  private void expire() {
    for (QueueRow queue : queues.list()) {
      MessageQueue queued = contents.get(queue.id());
      if (queued != null) {
        queued.removeSentBefore(lifecycle.now().minus(Settings.of(queue).retention()));
      }
    }
    lifecycle.after(RETENTION_CHECK, "sqs retention", this::expire);
  }

  private MessageQueue newContents() {
    return new MessageQueue(messages, lifecycle::now);
  }
}
