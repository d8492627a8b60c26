package onair.channel.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.channel.live.ChannelStatus;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.live.Trouble;
import onair.channel.live.Whereabouts;
import onair.channel.live.Whereabouts.Entry;
import onair.channel.live.Whereabouts.Part;
import onair.channel.operation.Operation;
import onair.channel.timer.Endings.Ending;
import onair.common.plan.Plan.QuotaUse;
import org.jspecify.annotations.Nullable;

/** A channel of which something is told; what is not said is as in one that was just started. */
final class Told {

  static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
  static final Instant ASKED = NOW.minusSeconds(90);
  static final Instant NEXT_LOOK = NOW.plusSeconds(2);

  private final Word word;
  private final Provisioning provisioning;
  private String wanted = "running";
  private String operation = "channel.start";
  private @Nullable String cause;
  private @Nullable String reason;
  private @Nullable String failure;
  private Entry ingest = new Entry("rtmp", true, false, List.of());
  private @Nullable Instant keptUntil;
  private final List<Part> parts = new ArrayList<>();
  private final List<QuotaUse> exceeded = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();

  private Told(Word word, Provisioning provisioning) {
    this.word = word;
    this.provisioning = provisioning;
  }

  static Told that(Word word, Provisioning provisioning) {
    return new Told(word, provisioning);
  }

  Told wanted(String state, String lastOperation) {
    wanted = state;
    operation = lastOperation;
    return this;
  }

  Told byItself(String why) {
    cause = why;
    return this;
  }

  /** What the status says is wrong. */
  Told because(String words) {
    reason = words;
    return this;
  }

  Told givenUp(String why) {
    failure = why;
    reason = why;
    return wanted("stopped", "channel.start");
  }

  Told by(String protocol, boolean pushed, boolean keyChanged, String... cidrs) {
    ingest = new Entry(protocol, pushed, keyChanged, List.of(cidrs));
    return this;
  }

  Told underWay(String kind, boolean answerLost, Duration untilDeadline) {
    parts.add(new Part(kind, answerLost, NOW.plus(untilDeadline)));
    return this;
  }

  Told exceeds(String quota, int limit) {
    exceeded.add(new QuotaUse("medialive", quota, 1, 5, limit, limit, limit + 1, true));
    return this;
  }

  Told ends(String timer, Duration left) {
    endings.add(new Ending(timer, NOW.plus(left).minusSeconds(60), NOW.plus(left)));
    return this;
  }

  Told kept(Duration left) {
    keptUntil = NOW.plus(left);
    return this;
  }

  Explanation explained() {
    boolean running = wanted.equals("running");
    boolean up = running && provisioning == Provisioning.RUNNING;
    return Explainer.explain(
        new Situation(
            new Whereabouts(
                "ch_1",
                7,
                wanted,
                new ChannelStatus(word, provisioning, Health.UNKNOWN, reason),
                ASKED,
                running && !up ? ASKED : null,
                up ? ASKED.plusSeconds(30) : null,
                word == Word.LIVE || word == Word.RECONNECTING ? ASKED.plusSeconds(60) : null,
                word == Word.RECONNECTING ? NOW.minusSeconds(5) : null,
                failure,
                Trouble.read(reason, running).orElse(null),
                "1234567",
                ingest,
                Operation.begin("org_1", operation, "ch_1", List.of(), ASKED).because(cause),
                parts,
                new Whereabouts.Limits(
                    Duration.ofMinutes(10), Duration.ofMinutes(11), Duration.ofMinutes(15)),
                keptUntil,
                exceeded),
            endings,
            NEXT_LOOK,
            NOW));
  }
}
