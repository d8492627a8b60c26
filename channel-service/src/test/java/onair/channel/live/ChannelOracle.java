package onair.channel.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onair.awslocal.client.LedgerControl;
import onair.channel.live.ChannelHistory.Act;
import onair.channel.live.ChannelStatus.Word;
import onair.common.problem.Problem;
import onair.common.reconcile.ResourceRow;
import onair.common.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Judges a channel that is at rest: what there is in AWS is what the database says, which is what
 * the user wished and what the API answers; and there never were two of anything.
 */
final class ChannelOracle {

  /** Shared by all channels. */
  private static final Set<String> OF_ALL = Set.of("mediapackagev2 channel-group");

  /** What the ledger calls what a row is about; policies are no resources of their own there. */
  private static final Map<String, String> KINDS =
      Map.of(
          "medialive-channel", "medialive channel",
          "medialive-input", "medialive input",
          "medialive-input/backup", "medialive input",
          "medialive-input-security-group", "medialive input-security-group",
          "mediapackage-channel", "mediapackagev2 channel",
          "mediapackage-endpoint", "mediapackagev2 origin-endpoint",
          "mediaconnect-flow", "mediaconnect flow",
          "secretsmanager-secret", "secretsmanager secret");

  private final PlayedWorld world;
  private final boolean mayGiveUp;
  private final List<LedgerControl.Entry> ledger;

  /**
   * @param begun nothing that ended before is looked at
   * @param mayGiveUp whether a start may have taken too long
   */
  ChannelOracle(PlayedWorld world, Instant begun, boolean mayGiveUp) {
    this.world = world;
    this.mayGiveUp = mayGiveUp;
    this.ledger =
        world.cloud.control().ledger().since(begun).stream()
            .filter(entry -> !OF_ALL.contains(kind(entry)))
            .filter(entry -> !entry.created().isBefore(begun))
            .toList();
  }

  void judge(
      @Nullable ChannelId id, String organization, @Nullable Act acknowledged, List<String> found) {
    if (id == null) {
      return;
    }
    Optional<Channel> channel = world.channels.find(id);
    List<ResourceRow> rows = world.resources.of(id.value());
    neverTwo(found);
    String about =
        "%s, wished %s, rows %s, there %s: ".formatted(id, acknowledged, brief(rows), alive());
    List<String> wrong = new ArrayList<>();
    if (channel.isEmpty()) {
      gone(id, organization, acknowledged, rows, wrong);
    } else {
      there(channel.get(), acknowledged, rows, wrong);
    }
    wrong.forEach(what -> found.add(about + what));
  }

  private void gone(
      ChannelId id,
      String organization,
      @Nullable Act acknowledged,
      List<ResourceRow> rows,
      List<String> wrong) {
    check(acknowledged == Act.DELETE, "nobody wished it gone", wrong);
    check(rows.isEmpty(), "rows are left", wrong);
    check(alive().isEmpty(), "something is left in AWS", wrong);
    check(answer(organization, id) == null, "the API still shows it", wrong);
    boolean port =
        world
            .jdbc
            .sql("select exists (select 1 from srt_port where owner = :id)")
            .param("id", id.value())
            .query(Boolean.class)
            .single();
    check(!port, "its port is taken", wrong);
    boolean ended =
        world
            .jdbc
            .sql(
                """
                select bool_and(status in ('succeeded', 'failed')) from operation
                where resource_id = :id
                """)
            .param("id", id.value())
            .query(Boolean.class)
            .single();
    check(ended, "an operation has not ended", wrong);
  }

  private void there(
      Channel channel, @Nullable Act acknowledged, List<ResourceRow> rows, List<String> wrong) {
    Instant now = world.cloud.now();
    check(acknowledged != Act.DELETE, "it should be gone, and is " + channel.status(), wrong);
    for (ResourceRow row : rows) {
      boolean wanted = row.desired() == ResourceRow.Desired.PRESENT;
      check(row.doubtUntil() == null, row.key() + " is in doubt", wrong);
      check(!row.overdue(now), row.key() + " is overdue", wrong);
      boolean there = row.create() == ResourceRow.Create.KNOWN;
      boolean notMade =
          row.create() == ResourceRow.Create.NONE && channel.desired() == Desired.STOPPED;
      check(
          wanted ? there || notMade : row.isFinal(),
          row.key() + " is neither there nor gone",
          wrong);
    }
    check(known(rows).equals(alive()), "AWS and the database differ: " + known(rows), wrong);
    boolean runs = "RUNNING".equals(encoder());
    Word word = channel.status().word();
    ChannelResponse answer = answer(channel.organizationId(), channel.id());
    check(answer != null && answer.status() == word, "the API answers otherwise", wrong);
    switch (channel.desired()) {
      case RUNNING -> {
        check(acknowledged == Act.START, "nobody wished it on air", wrong);
        check(runs && word == Word.WAITING, "it is not on air but " + channel.status(), wrong);
      }
      case STOPPED -> {
        boolean givenUp = channel.run().failure() != null;
        check(acknowledged != Act.START || givenUp, "it was wished on air", wrong);
        check(!givenUp || mayGiveUp, "its start was given up: " + channel.run().failure(), wrong);
        check(!runs, "it runs", wrong);
        check(!flowRuns(), "its flow runs", wrong);
        check(word == (givenUp ? Word.FAILED : Word.IDLE), "it tells " + channel.status(), wrong);
      }
      case READY, DISABLED -> wrong.add("nobody asked for that");
      case DELETED -> wrong.add("it is not gone");
    }
  }

  /** No two of a kind may have been there at the same moment. */
  private void neverTwo(List<String> found) {
    for (int i = 0; i < ledger.size(); i++) {
      for (int j = i + 1; j < ledger.size(); j++) {
        LedgerControl.Entry one = ledger.get(i);
        LedgerControl.Entry other = ledger.get(j);
        if (kind(one).equals(kind(other))
            && isBackup(one) == isBackup(other)
            && other.created().isBefore(end(one))
            && one.created().isBefore(end(other))) {
          found.add("two at a time: " + one + " and " + other);
        }
      }
    }
  }

  private static Instant end(LedgerControl.Entry entry) {
    Instant last = entry.intervals().getLast().from();
    boolean deleting = entry.intervals().getLast().state().equals("DELETING");
    Instant ended = entry.ended();
    return deleting ? last : ended == null ? Instant.MAX : ended;
  }

  /** A channel may have one input that takes over from another. */
  private static boolean isBackup(LedgerControl.Entry entry) {
    return entry.intervals().getLast().facts().getOrDefault("name", "").endsWith("-backup");
  }

  private static String kind(LedgerControl.Entry entry) {
    return entry.service() + " " + entry.kind();
  }

  private Map<String, Integer> alive() {
    Map<String, Integer> counts = new TreeMap<>();
    ledger.stream()
        .filter(LedgerControl.Entry::alive)
        .forEach(entry -> counts.merge(kind(entry) + " " + name(entry.arn()), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> known(List<ResourceRow> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.stream()
        .filter(row -> row.physicalId() != null && KINDS.containsKey(row.key().kind()))
        .forEach(
            row ->
                counts.merge(
                    KINDS.get(row.key().kind()) + " " + name(String.valueOf(row.physicalId())),
                    1,
                    Integer::sum));
    return counts;
  }

  /** The last part of an ARN or of an id of ours. */
  private static String name(String id) {
    return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
  }

  private @Nullable String encoder() {
    return ledger.stream()
        .filter(entry -> entry.alive() && kind(entry).equals("medialive channel"))
        .map(LedgerControl.Entry::state)
        .findFirst()
        .orElse(null);
  }

  private boolean flowRuns() {
    return ledger.stream()
        .filter(entry -> entry.alive() && kind(entry).equals("mediaconnect flow"))
        .anyMatch(entry -> !entry.state().equals("STANDBY"));
  }

  private @Nullable ChannelResponse answer(String organization, ChannelId id) {
    try {
      var caller = new Caller(organization, "key_1", Set.of("channels:*"));
      return world.controller.get(caller, id.value()).getBody();
    } catch (Problem problem) {
      return null;
    }
  }

  private static List<String> brief(List<ResourceRow> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %s %s %s doubt %s (%s)"
                    .formatted(
                        row.key().kind(),
                        row.desired(),
                        row.create(),
                        row.removal(),
                        row.doubtUntil(),
                        row.reason()))
        .toList();
  }

  private static void check(boolean fine, String otherwise, List<String> wrong) {
    if (!fine) {
      wrong.add(otherwise);
    }
  }
}
