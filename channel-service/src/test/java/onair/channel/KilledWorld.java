package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.client.AwsLocalControl;
import onair.awslocal.client.Fault;
import onair.test.PostgresDatabase;
import onair.test.TestApi.Reply;
import onair.test.TestTokens;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database and an AWS of its own, and nodes that work with them: two, and as many more as are
 * killed before new ones are up. One channel after the other has its life here.
 */
final class KilledWorld implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** A call that changes something in AWS. */
  record Place(String service, String operation) {}

  /** Something asked of a node. */
  private interface Request {
    Reply of(ServiceNode node);
  }

  private final NodeImage image;
  private final Path folder;
  private final AwsLocal aws;
  private final AwsLocalControl control;
  private final KilledLedger ledger;
  private final Map<String, Object> properties;
  private final JdbcClient jdbc;
  private final List<ServiceNode> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger started = new AtomicInteger();
  private final Set<Place> hits = new HashSet<>();
  private final List<Duration> takeOvers = new CopyOnWriteArrayList<>();
  private final List<Duration> rests = new ArrayList<>();

  KilledWorld(NodeImage image, Path folder) {
    this.image = image;
    this.folder = folder;
    this.aws =
        AwsLocal.start(
            AwsLocalConfig.from(
                Map.of(
                    "AWS_LOCAL_PORT", "0",
                    "AWS_LOCAL_EDGE_PORT", "0",
                    "AWS_LOCAL_RTMP_PORT", "0",
                    "AWS_LOCAL_PROFILE", "fast",
                    "AWS_LOCAL_RATE_LIMITS", "off",
                    "AWS_LOCAL_DATA", folder.resolve("aws").toString())));
    this.control = AwsLocalControl.at(aws.endpoint());
    this.ledger = new KilledLedger(control.ledger());
    PostgresDatabase database = PostgresDatabase.create();
    this.properties = properties(database, aws);
    this.jdbc = JdbcClient.create(database.ownersDataSource());
  }

  private static Map<String, Object> properties(PostgresDatabase database, AwsLocal aws) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("onair.token.public-key", TestTokens.shared().publicKeyPem());
    properties.put("onair.deployment", "killed");
    properties.put("onair.aws.endpoint", aws.endpoint());
    properties.put("onair.aws.access-key-id", "test");
    properties.put("onair.aws.secret-access-key", "test");
    properties.put("onair.aws.call-timeout", "3s");
    properties.put("onair.channel.secret-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    properties.put("onair.channel.watch.transitional", "200ms");
    properties.put("onair.channel.watch.waiting", "1s");
    properties.put("onair.reconcile.look", "200ms");
    properties.put("onair.reconcile.settle", "9s");
    properties.put("onair.reconcile.max-backoff", "1s");
    return properties;
  }

  /** A life that nobody is killed in, of which the image of all other nodes is made. */
  void rehearse() {
    ServiceNode first = start(image.firstCommand());
    first.awaitReady();
    live(List.of(), List.of());
    nodes.remove(first);
    first.stop();
  }

  /**
   * Returns when they are ready.
   *
   * @param kills of one start or delete, at which new nodes are on their way
   */
  void startNodes(int kills) {
    for (int i = 0; i < 1 + kills; i++) {
      start(image.command());
    }
    nodes.forEach(ServiceNode::awaitReady);
  }

  private ServiceNode start(List<String> command) {
    Path output = folder.resolve("node-" + started.incrementAndGet() + ".log");
    ServiceNode node = ServiceNode.start(command, properties, output);
    nodes.add(node);
    return node;
  }

  @Override
  public void close() {
    nodes.forEach(ServiceNode::close);
    aws.close();
  }

  /** What there was twice at some time, which is nothing when all is well. */
  List<String> doubles() {
    return ledger.doubles();
  }

  /** From each kill until another node had the channel in its hands. */
  List<Duration> takeOvers() {
    return takeOvers;
  }

  /** The calls in whose middle a node was killed. */
  Set<Place> hits() {
    return hits;
  }

  /** From the last kill of a start or a delete until it was done. */
  List<Duration> rests() {
    return rests;
  }

  /**
   * A channel is made, started and deleted, and nothing is left of it.
   *
   * @param starting calls of its start in whose middle the node dies, in the order they are made
   * @param deleting the same of its delete
   */
  void live(List<Place> starting, List<Place> deleting) {
    String id = ask(node -> node.api().post("/v1/channels", "{\"name\":\"Show\"}"), 202);
    reach(
        id,
        starting,
        node -> node.api().post("/v1/channels/" + id + "/start", "{}"),
        () -> status(id).equals("waiting"));
    reach(
        id,
        deleting,
        node -> node.api().delete("/v1/channels/" + id),
        () -> status(id).isEmpty() && rows(id) == 0 && ledger.alive().isEmpty());
  }

  /** Asks for it, and kills whoever is in one of these calls, until it is so. */
  private void reach(String id, List<Place> places, Request request, BooleanSupplier so) {
    nodes.forEach(ServiceNode::awaitReady);
    Instant dead = null;
    String fault = places.isEmpty() ? "" : slow(places.getFirst());
    ask(request, 202);
    for (int i = 0; i < places.size(); i++) {
      String hit = fault;
      // What is made or removed side by side has no order: a later call may be over already.
      awaitThat(() -> isHit(hit) || so.getAsBoolean());
      if (!isHit(hit)) {
        break;
      }
      hits.add(places.get(i));
      ServiceNode killed = waiting().until(() -> worker(id), Optional::isPresent).orElseThrow();
      long fence = fence(id);
      nodes.remove(killed);
      killed.kill();
      dead = Instant.now();
      fault = i + 1 < places.size() ? slow(places.get(i + 1)) : "";
      start(image.command());
      awaitThat(() -> fence(id) > fence);
      takeOvers.add(Duration.between(dead, Instant.now()));
    }
    awaitThat(so);
    if (dead != null) {
      rests.add(Duration.between(dead, Instant.now()));
    }
    control.faults().endAll();
  }

  private boolean isHit(String fault) {
    return control.faults().get(fault).fired() == 1;
  }

  /** The next call of it takes so long that its caller can be killed meanwhile. */
  private String slow(Place place) {
    Fault fault = Fault.slow(place.service(), place.operation(), Duration.ofSeconds(2));
    return control.faults().put(fault.onCall(1)).id();
  }

  /** The node that has the channel in its hands. */
  private Optional<ServiceNode> worker(String id) {
    return jdbc.sql(
            """
            select picked_by from scheduled_tasks
            where task_name = 'channel' and task_instance = :id and picked
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .flatMap(
            name -> nodes.stream().filter(node -> name.equals("pid-" + node.pid())).findFirst());
  }

  /** Higher with each run that took the channel over. */
  private long fence(String id) {
    return jdbc.sql("select fence from reconcile_lease where owner = :id")
        .param("id", id)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The id in the answer of whichever node answers. */
  private String ask(Request request, int status) {
    Reply reply = reply(request);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    return reply.json().path("id").asString();
  }

  private Reply reply(Request request) {
    for (ServiceNode node : nodes) {
      try {
        return request.of(node);
      } catch (UncheckedIOException notThere) {
        // Another one is asked.
      }
    }
    throw new IllegalStateException("no node answers");
  }

  /** Empty when it is not found. */
  private String status(String id) {
    Reply reply = reply(node -> node.api().get("/v1/channels/" + id));
    return reply.status() == 404 ? "" : reply.json().path("status").asString();
  }

  /** What the database knows of it in AWS. */
  private long rows(String id) {
    return jdbc.sql("select count(*) from resource where owner = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private static void awaitThat(BooleanSupplier so) {
    waiting().until(so::getAsBoolean);
  }

  private static ConditionFactory waiting() {
    return await().atMost(LONGEST).pollInterval(Duration.ofMillis(50));
  }
}
