package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import onair.awslocal.AwsLocal;
import onair.awslocal.client.AwsLocalControl;
import onair.awslocal.client.Fault;
import onair.awslocal.client.LedgerControl;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.PostgresDatabase;
import onair.test.TestApi.Reply;
import onair.test.TestTokens;
import onair.test.WithPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes of the service, and {@code kill -9} of the one that is in the middle of a call to AWS:
 * the other takes over, and in the end nothing is left and nothing was there twice.
 */
@WithPostgres
@WithAwsLocal(settings = {"AWS_LOCAL_PROFILE=fast", "AWS_LOCAL_RATE_LIMITS=off"})
class KilledNodesIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledNodesIT.class);

  /** How many are killed, over and over at the places below; each costs the start of a node. */
  private static final int KILLS = Integer.getInteger("onair.leak.kills", 16);

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Set<String> KINDS = Set.of("medialive", "mediapackagev2");

  /** A call that changes something in AWS. */
  private record Place(String service, String operation) {}

  private static final List<Place> STARTING =
      List.of(
          new Place("mediapackagev2", "CreateChannel"),
          new Place("mediapackagev2", "PutChannelPolicy"),
          new Place("mediapackagev2", "CreateOriginEndpoint"),
          new Place("mediapackagev2", "PutOriginEndpointPolicy"),
          new Place("medialive", "CreateInputSecurityGroup"),
          new Place("medialive", "CreateInput"),
          new Place("medialive", "CreateChannel"),
          new Place("medialive", "StartChannel"));

  private static final List<Place> DELETING =
      List.of(
          new Place("medialive", "StopChannel"),
          new Place("medialive", "DeleteChannel"),
          new Place("medialive", "DeleteInput"),
          new Place("medialive", "DeleteInputSecurityGroup"),
          new Place("mediapackagev2", "DeleteOriginEndpointPolicy"),
          new Place("mediapackagev2", "DeleteOriginEndpoint"),
          new Place("mediapackagev2", "DeleteChannelPolicy"),
          new Place("mediapackagev2", "DeleteChannel"));

  private final PostgresDatabase database;
  private final AwsLocal aws;
  private final AwsLocalControl control;
  private final JdbcClient jdbc;
  private final List<ServiceNode> nodes = new ArrayList<>();
  private final List<Duration> takeOvers = new ArrayList<>();
  @TempDir private Path logs;

  KilledNodesIT(PostgresDatabase database, AwsLocal aws, AwsLocalControl control) {
    this.database = database;
    this.aws = aws;
    this.control = control;
    this.jdbc = JdbcClient.create(database.dataSource());
  }

  @BeforeEach
  void startTwo() {
    nodes.add(node());
    nodes.getFirst().awaitReady();
    nodes.add(node());
    nodes.getLast().awaitReady();
  }

  @AfterEach
  void stopAll() {
    nodes.forEach(ServiceNode::close);
  }

  private ServiceNode node() {
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
    return ServiceNode.start(properties, logs.resolve("nodes.log"));
  }

  @Test
  void leaveNothingBehindWhicheverCallTheyAreIn() {
    int kills = 0;
    for (int number = 0; kills < KILLS; number++) {
      String id = ask(node -> node.api().post("/v1/channels", "{\"name\":\"Show\"}"), 202);
      Place first = STARTING.get(number % STARTING.size());
      Place second = DELETING.get(number % DELETING.size());

      kill(id, first, node -> node.api().post("/v1/channels/" + id + "/start", "{}"));
      awaitThat(() -> status(id).equals("waiting"));
      kill(id, second, node -> node.api().delete("/v1/channels/" + id));
      awaitThat(() -> status(id).isEmpty());
      awaitThat(() -> alive().isEmpty());
      kills += 2;
    }

    assertThat(doubles()).isEmpty();
    LOG.info("Taken over after {}", takeOvers);
  }

  /** Asks for it, waits until a node is in that call, kills that node, and starts another. */
  private void kill(String id, Place place, Request request) {
    String fault =
        control
            .faults()
            .put(Fault.slow(place.service(), place.operation(), Duration.ofSeconds(2)).onCall(1))
            .id();
    ask(request, 202);
    awaitThat(() -> control.faults().get(fault).fired() == 1);
    long working = worker(id);
    ServiceNode killed =
        nodes.stream().filter(node -> node.pid() == working).findFirst().orElseThrow();
    killed.kill();
    Instant dead = Instant.now();
    nodes.remove(killed);
    awaitThat(() -> worker(id) != working);
    takeOvers.add(Duration.between(dead, Instant.now()));
    nodes.add(node());
    nodes.getLast().awaitReady();
    control.faults().endAll();
  }

  /** Pid of the node that has the channel in its hands; 0 when nobody has. */
  private long worker(String id) {
    return jdbc.sql(
            """
            select coalesce(picked_by, 'pid-0') from scheduled_tasks
            where task_name = 'channel' and task_instance = :id
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .map(name -> Long.valueOf(name.substring("pid-".length())))
        .orElse(0L);
  }

  /** Something asked of a node. */
  private interface Request {
    Reply of(ServiceNode node);
  }

  /** The id in the answer of whichever node answers. */
  private String ask(Request request, int status) {
    for (ServiceNode node : nodes) {
      try {
        Reply reply = request.of(node);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply.json().path("id").asString();
      } catch (UncheckedIOException gone) {
        // The other one is asked.
      }
    }
    throw new IllegalStateException("no node answers");
  }

  /** Empty when it is not found. */
  private String status(String id) {
    Reply reply = nodes.getFirst().api().get("/v1/channels/" + id);
    return reply.status() == 404 ? "" : reply.json().path("status").asString();
  }

  private static void awaitThat(BooleanSupplier so) {
    await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(so::getAsBoolean);
  }

  private List<LedgerControl.Entry> ours() {
    return control.ledger().all().stream()
        .filter(entry -> KINDS.contains(entry.service()) && !entry.kind().equals("channel-group"))
        .toList();
  }

  private List<LedgerControl.Entry> alive() {
    return ours().stream().filter(LedgerControl.Entry::alive).toList();
  }

  /** Channels are made one after the other, so no two of a kind are there at a time. */
  private List<String> doubles() {
    List<String> doubles = new ArrayList<>();
    List<LedgerControl.Entry> all = ours();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        LedgerControl.Entry one = all.get(i);
        LedgerControl.Entry other = all.get(j);
        boolean same = one.service().equals(other.service()) && one.kind().equals(other.kind());
        if (same && overlap(one, other)) {
          doubles.add(one + " and " + other);
        }
      }
    }
    return doubles;
  }

  private static boolean overlap(LedgerControl.Entry one, LedgerControl.Entry other) {
    return one.created().isBefore(end(other)) && other.created().isBefore(end(one));
  }

  private static Instant end(LedgerControl.Entry entry) {
    Instant ended = entry.ended();
    return ended == null ? Instant.MAX : ended;
  }
}
