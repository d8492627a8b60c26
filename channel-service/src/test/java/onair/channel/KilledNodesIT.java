package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import onair.channel.KilledWorld.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes of the service, and {@code kill -9} of the one that is in the middle of a call to AWS:
 * the other takes over, and in the end nothing is left and nothing was there twice. Several such
 * worlds go on at once, because each mostly waits.
 */
class KilledNodesIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledNodesIT.class);

  /** At least so many are killed, over and over at the places below. */
  private static final int KILLS = Integer.getInteger("onair.leak.kills", 60);

  private static final int WORLDS = 3;

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

  /** In the middle of a start, and as often of a delete. */
  private static final int KILLS_EACH = 2;

  private static final int PLACES = STARTING.size();
  private static final int APART = PLACES / KILLS_EACH;

  private final List<KilledWorld> worlds = new ArrayList<>();
  private final AtomicInteger lives = new AtomicInteger();
  @TempDir private Path folder;

  @BeforeEach
  void startNodes() throws Exception {
    NodeImage image = NodeImage.in(folder);
    for (int i = 0; i < WORLDS; i++) {
      worlds.add(new KilledWorld(image, Files.createDirectory(folder.resolve("world-" + i))));
    }
    worlds.getFirst().rehearse();
    worlds.forEach(world -> world.startNodes(KILLS_EACH));
  }

  @AfterEach
  void stopAll() {
    worlds.forEach(KilledWorld::close);
  }

  @Test
  void leaveNothingBehindWhicheverCallTheyAreIn() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> going = new ArrayList<>();
      worlds.forEach(world -> going.add(threads.submit(() -> live(world))));
      for (Future<?> one : going) {
        one.get();
      }
    }

    worlds.forEach(world -> assertThat(world.doubles()).isEmpty());
    assertThat(of(KilledWorld::takeOvers)).hasSizeGreaterThanOrEqualTo(KILLS);
    assertThat(worlds.stream().flatMap(world -> world.hits().stream()))
        .containsAll(STARTING)
        .containsAll(DELETING);
    tell("taken over", of(KilledWorld::takeOvers));
    tell("come to rest", of(KilledWorld::rests));
  }

  /** One life after the other, until all together have been killed often enough. */
  private void live(KilledWorld world) {
    for (int life = lives.getAndIncrement();
        life < PLACES || of(KilledWorld::takeOvers).size() < KILLS;
        life = lives.getAndIncrement()) {
      world.live(places(STARTING, life), places(DELETING, life));
    }
  }

  /** Each is the first to come in one of so many lives; the other one comes later, if at all. */
  private static List<Place> places(List<Place> all, int life) {
    int first = life % PLACES;
    int second = first + APART;
    return second < PLACES ? List.of(all.get(first), all.get(second)) : List.of(all.get(first));
  }

  private List<Duration> of(Function<KilledWorld, List<Duration>> what) {
    return worlds.stream().flatMap(world -> what.apply(world).stream()).sorted().toList();
  }

  private static void tell(String what, List<Duration> sorted) {
    LOG.info(
        "{} kills: {} after {} at half of them, {} at most",
        sorted.size(),
        what,
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }
}
