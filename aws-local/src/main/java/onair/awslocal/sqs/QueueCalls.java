package onair.awslocal.sqs;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Calls that are about queues themselves. */
final class QueueCalls {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final int MAX_LISTED = 1000;

  private final Queues queues;
  private final Supplier<URI> endpoint;

  QueueCalls(Queues queues, Supplier<URI> endpoint) {
    this.queues = queues;
    this.endpoint = endpoint;
  }

  /** The queue a URL names, in the caller's account and region. The URL's host plays no part. */
  QueueRow byUrl(String url) {
    String[] path = url.split("/", -1);
    if (path.length < 2 || !path[path.length - 2].equals(Scope.current().accountId())) {
      throw SqsErrors.noSuchQueue();
    }
    return byName(path[path.length - 1]);
  }

  QueueRow byName(String name) {
    return queues.find(Scope.current(), name).orElseThrow(SqsErrors::noSuchQueue);
  }

  String create(CreateQueueRequest request) {
    String name = request.queueName();
    if (name.endsWith(".fifo")) {
      throw SqsErrors.standardOnly("the suffix .fifo");
    }
    if (!NAME.matcher(name).matches()) {
      throw SqsErrors.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    Map<String, String> attributes = new HashMap<>(request.attributesAsStrings());
    check(attributes);
    attributes.values().removeIf(String::isEmpty);
    return url(queues.create(Scope.current(), name, attributes, request.tags()));
  }

  String url(QueueRow queue) {
    return endpoint.get() + "/" + queue.accountId() + "/" + queue.name();
  }

  ListQueuesResponse list(ListQueuesRequest request) {
    String prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
    Integer max = request.maxResults();
    requireSize(max);
    List<QueueRow> named =
        queues.list(Scope.current()).stream()
            .filter(queue -> queue.name().startsWith(prefix))
            .toList();
    Page<QueueRow> page = page(named, max == null ? MAX_LISTED : max, request.nextToken());
    return ListQueuesResponse.builder()
        .queueUrls(page.items().stream().map(this::url).toList())
        .nextToken(max == null ? null : page.nextToken()) // without a size AWS gives the first 1000
        .build();
  }

  /** The queues that give up messages to this one. */
  ListDeadLetterSourceQueuesResponse sources(
      QueueRow deadLetters, ListDeadLetterSourceQueuesRequest request) {
    Integer max = request.maxResults();
    requireSize(max);
    List<QueueRow> sources =
        queues.list(Scope.current()).stream()
            .filter(
                queue ->
                    Settings.of(queue)
                        .redrive()
                        .filter(redrive -> redrive.deadLetterArn().equals(deadLetters.arn()))
                        .isPresent())
            .toList();
    Page<QueueRow> page = page(sources, max == null ? MAX_LISTED : max, request.nextToken());
    return ListDeadLetterSourceQueuesResponse.builder()
        .queueUrls(page.items().stream().map(this::url).toList())
        .nextToken(max == null ? null : page.nextToken())
        .build();
  }

  private static void requireSize(@Nullable Integer max) {
    if (max != null && (max < 1 || max > MAX_LISTED)) {
      throw SqsErrors.invalidParameter("MaxResults must be an integer between 1 and 1000.");
    }
  }

  private static Page<QueueRow> page(List<QueueRow> rows, int size, @Nullable String token) {
    try {
      return Page.of(rows, QueueRow::name, size, token);
    } catch (Page.BadToken e) {
      throw SqsErrors.invalidParameter("Invalid or expired next token.");
    }
  }

  /** The attributes asked for by name, or all. */
  Map<String, String> attributes(QueueRow queue, List<String> wanted) {
    Map<String, String> all = Settings.of(queue).effective();
    MessageQueue.Counts counts = queues.contents(queue).counts();
    all.put("QueueArn", queue.arn());
    all.put("CreatedTimestamp", Long.toString(queue.createdAt().getEpochSecond()));
    all.put("LastModifiedTimestamp", Long.toString(queue.modifiedAt().getEpochSecond()));
    all.put("ApproximateNumberOfMessages", Long.toString(counts.available()));
    all.put("ApproximateNumberOfMessagesNotVisible", Long.toString(counts.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", Long.toString(counts.delayed()));
    if (!wanted.contains(QueueAttributeName.ALL.toString())) {
      all.keySet().retainAll(wanted);
    }
    return all;
  }

  void setAttributes(QueueRow queue, Map<String, String> changes) {
    check(changes);
    queues.setAttributes(queue, changes);
  }

  private void check(Map<String, String> attributes) {
    Settings.check(attributes);
    new Settings(attributes)
        .redrive()
        .filter(redrive -> queues.findByArn(redrive.deadLetterArn()).isEmpty())
        .ifPresent(
            missing -> {
              throw SqsErrors.invalidParameter(
                  "Value %s for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist."
                      .formatted(attributes.get("RedrivePolicy")));
            });
  }

  void tag(QueueRow queue, Map<String, String> tags) {
    queues.setTags(
        queue,
        old -> {
          Map<String, String> all = new TreeMap<>(old);
          all.putAll(tags);
          return all;
        });
  }

  void untag(QueueRow queue, List<String> keys) {
    queues.setTags(
        queue,
        old -> {
          Map<String, String> left = new TreeMap<>(old);
          left.keySet().removeAll(keys);
          return left;
        });
  }

  void purge(QueueRow queue) {
    queues.contents(queue).purge();
  }

  void delete(QueueRow queue) {
    queues.delete(queue);
  }
}
