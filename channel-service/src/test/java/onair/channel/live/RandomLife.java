package onair.channel.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onair.awslocal.client.Fault;
import onair.channel.live.ChannelHistory.Act;
import onair.channel.live.ChannelHistory.Wish;

/**
 * Everything of one life from a seed: what its user does and when, which calls AWS loses, refuses
 * or carries out late, how old its lists are, when processes die or stand still and which commits
 * are lost.
 */
record RandomLife(List<Wish> wishes, List<Fault> faults, Mishaps mishaps) {

  /** A third of the settle time each: until a call is sent, until it has its effect, of lists. */
  private static final int LONGEST_DELAY_MILLIS = 29_000;

  private static final List<Act> ACTS =
      List.of(
          Act.START,
          Act.STOP,
          Act.DELETE,
          Act.LADDER,
          Act.PIPELINES,
          Act.WINDOW,
          Act.RESTART,
          Act.RENAME);

  static RandomLife of(long seed, String protocol) {
    var random = new Random(seed);
    return new RandomLife(wishes(random), faults(random, protocol), Mishaps.random(random));
  }

  /** How the broadcaster of that seed's life pushes. */
  static String protocol(long seed) {
    return switch ((int) (seed % 5)) {
      case 0, 1 -> IngestSpec.RTMP;
      case 2 -> ChannelHistory.REDUNDANT;
      default -> IngestSpec.SRT;
    };
  }

  private static List<Wish> wishes(Random random) {
    List<Wish> wishes = new ArrayList<>();
    wishes.add(new Wish(Duration.ofSeconds(1), Act.START));
    Duration at = Duration.ofSeconds(1);
    for (int more = random.nextInt(6); more > 0; more--) {
      at = at.plusMillis(random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(12_000));
      wishes.add(new Wish(at, ACTS.get(random.nextInt(ACTS.size()))));
    }
    if (random.nextInt(3) > 0) {
      wishes.add(new Wish(at.plusMillis(random.nextInt(30_000)), Act.DELETE));
    }
    return wishes;
  }

  private static List<Fault> faults(Random random, String protocol) {
    List<String> services =
        protocol.equals(IngestSpec.SRT)
            ? List.of("medialive", "mediapackagev2", "mediaconnect", "secretsmanager")
            : List.of("medialive", "mediapackagev2");
    List<Fault> faults = new ArrayList<>();
    for (int more = random.nextInt(7); more > 0; more--) {
      String service = services.get(random.nextInt(services.size()));
      faults.add(
          fault(random, service)
              .withProbability(0.05 + random.nextDouble() * 0.4, random.nextInt(1 << 20))
              .atMost(random.nextInt(1, 8)));
    }
    if (random.nextInt(3) == 0) {
      Duration age = Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS));
      services.forEach(service -> faults.add(Fault.staleList(service, "*", age)));
    }
    return faults;
  }

  private static Fault fault(Random random, String service) {
    Duration delay = Duration.ofMillis(random.nextInt(1, LONGEST_DELAY_MILLIS));
    return switch (random.nextInt(7)) {
      case 0 -> Fault.before(service, "*");
      case 1 -> Fault.throttle(service, "*");
      case 2 -> Fault.error(service, "*", 500);
      case 3, 4 -> Fault.lateEffect(service, "*", delay);
      case 5 -> Fault.reset(service, "*");
      default -> Fault.lostAnswer(service, "*");
    };
  }
}
