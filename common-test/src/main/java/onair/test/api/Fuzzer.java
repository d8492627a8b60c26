package onair.test.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends a service what its description allows and what it does not, and holds every reply to {@link
 * ReplyRules}. What is sent depends on the seed and on the replies alone; the seed is in the
 * report. System properties: {@code onair.fuzz.seed}, and {@code onair.fuzz.examples} for each
 * operation.
 */
public final class Fuzzer {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;

  /** How many beginnings there may be to a sequence that gets to its end. */
  private static final int MOST_BEGINNINGS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Fuzzer.class);

  private final DescribedApi api;
  private final List<DescribedOperation> operations;
  private final TestApi client;
  private final long seed;
  private final int examples;
  private final Random random;
  private final KnownResources known;
  private final Requests requests;
  private final FuzzReport report;
  private final Set<String> unseen = new HashSet<>();

  private Fuzzer(
      DescribedApi api,
      TestApi client,
      Predicate<DescribedOperation> which,
      long seed,
      int examples) {
    this.api = api;
    this.client = client;
    this.operations =
        api.operations().stream().filter(one -> !one.isStream()).filter(which).toList();
    this.seed = seed;
    this.examples = examples;
    this.random = new Random(seed);
    this.known = new KnownResources(api);
    this.requests = new Requests(api, known, random);
    this.report = new FuzzReport(seed, operations);
  }

  /** Of the operations of a service, 300 examples each. */
  public static Fuzzer of(DescribedApi api, TestApi client) {
    return of(api, client, operation -> true, 300);
  }

  /** Of some operations. */
  public static Fuzzer of(
      DescribedApi api, TestApi client, Predicate<DescribedOperation> which, int examples) {
    return new Fuzzer(
        api,
        client,
        which,
        Long.getLong("onair.fuzz.seed", 5),
        Integer.getInteger("onair.fuzz.examples", examples));
  }

  /** Where resources are that no operation makes. */
  public KnownResources known() {
    return known;
  }

  /** Leaves an operation out of sequences, because its maker does not see what it makes. */
  public Fuzzer withoutSequencesOf(String operationId) {
    unseen.add(operationId);
    return this;
  }

  /** Sends the examples of every operation, in turns, so that each finds what others made. */
  public Fuzzer tryEach() {
    var order = new ArrayList<DescribedOperation>(operations);
    for (int round = 0; round < examples; round++) {
      Collections.shuffle(order, random);
      order.forEach(operation -> send(operation, requests.any(operation)));
    }
    return this;
  }

  /**
   * Makes resources and leads each through a few operations on it and on what is below it, ending
   * with a look at whether it is there.
   *
   * @param count of sequences that get to their end; those whose resource cannot be made do not
   */
  public Fuzzer trySequences(int count) {
    List<DescribedOperation> makers = operations.stream().filter(this::makesWhatCanBeRead).toList();
    for (int i = 0; i < count * MOST_BEGINNINGS && report.sequences() < count; i++) {
      trySequence(makers.get(random.nextInt(makers.size())));
    }
    if (report.sequences() < count) {
      throw new AssertionError(
          "%d sequences of %d got to their end with seed %d%n%s"
              .formatted(report.sequences(), count, seed, report));
    }
    LOG.info("{} sequences with seed {}, {} requests", count, seed, report.requests());
    return this;
  }

  public FuzzReport report() {
    return report;
  }

  private void trySequence(DescribedOperation maker) {
    Sent first = requests.proper(maker);
    Reply made = send(maker, first);
    String id = made.status() < 300 ? json(made).path("id").asString("") : "";
    if (id.isEmpty()) {
      return;
    }
    String template = maker.template() + "/{}";
    String path = first.path().split("\\?", 2)[0] + "/" + id;
    List<DescribedOperation> about =
        operations.stream().filter(one -> isAbout(one, template)).toList();
    boolean gone = false;
    for (int step = SHORTEST + random.nextInt(LONGEST - SHORTEST); step > 0; step--) {
      DescribedOperation next = about.get(random.nextInt(about.size()));
      Sent proper = requests.proper(next);
      Sent sent =
          new Sent(
              proper.method(),
              path + restOf(next, template, proper),
              proper.headers(),
              proper.body(),
              proper.isProper());
      Reply reply = send(next, sent);
      gone |= next.method().equals("DELETE") && reply.status() < 300;
    }
    look(template, path, gone);
    report.sequence();
  }

  /** What was made is there until it was deleted. */
  private void look(String template, String path, boolean gone) {
    for (DescribedOperation get : operations) {
      if (get.method().equals("GET") && get.template().equals(template)) {
        Sent sent = new Sent("GET", path, java.util.Map.of(), new byte[0], true);
        Reply reply = send(get, sent);
        if (reply.status() != 200 && !gone) {
          report.fault(get, "has lost what was made", sent, reply);
        }
      }
    }
  }

  private static String restOf(DescribedOperation next, String template, Sent proper) {
    String place = proper.path();
    int segments = template.split("/").length;
    String[] parts = place.split("\\?", 2)[0].split("/", -1);
    var rest = new StringBuilder();
    for (int i = segments; i < parts.length; i++) {
      rest.append('/').append(parts[i]);
    }
    return rest + (place.contains("?") ? place.substring(place.indexOf('?')) : "");
  }

  private boolean makesWhatCanBeRead(DescribedOperation operation) {
    return operation.method().equals("POST")
        && !unseen.contains(operation.id())
        && operations.stream()
            .anyMatch(
                one ->
                    one.method().equals("GET")
                        && one.template().equals(operation.template() + "/{}"));
  }

  private static boolean isAbout(DescribedOperation operation, String template) {
    return operation.template().equals(template) || operation.template().startsWith(template + "/");
  }

  private Reply send(DescribedOperation operation, Sent sent) {
    Reply reply = sent.to(client);
    report.count(operation, reply.status());
    for (String fault : ReplyRules.broken(operation, reply)) {
      report.fault(operation, fault, sent, reply);
    }
    String misjudged = misjudged(operation, sent, reply);
    if (misjudged != null) {
      report.fault(operation, misjudged, sent, reply);
    }
    if (reply.status() < 300 && reply.bytes().length > 0) {
      known.learn(operation, sent.path(), json(reply));
    }
    return reply;
  }

  /** Whether the body's schema and the service disagree on it. */
  private static @Nullable String misjudged(DescribedOperation operation, Sent sent, Reply reply) {
    int status = reply.status();
    if (status < 300 && !Requests.isTrue(operation, sent.body())) {
      return "accepts a body that its schema does not allow";
    }
    if (sent.isProper() && (status == 400 || status == 406 || status == 415)) {
      return "answers " + status + " to a request that is as described";
    }
    return null;
  }

  private static JsonNode json(Reply reply) {
    try {
      return reply.json();
    } catch (JacksonException none) {
      return tools.jackson.databind.node.MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return "Fuzzer[seed=%d, %d operations of %d, %d examples each]"
        .formatted(seed, operations.size(), api.operations().size(), examples);
  }
}
