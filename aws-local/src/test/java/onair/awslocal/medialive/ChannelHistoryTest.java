package onair.awslocal.medialive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random calls, news from the encoders, passing of time and restarts at any moment: in whatever
 * order, every call is answered as AWS would, states, attachments, alerts, schedules and events are
 * as documented, and a channel is encoded when and only when it should be.
 */
class ChannelHistoryTest {

  private static final List<String> NEWS = List.of("seen", "lost", "failed");
  private static final List<Long> LEADS = List.of(1L, 15L, 30L, 7200L);

  @TempDir Path folder;

  private int worlds;

  @Test
  void channelsInputsAndGroupsGoThroughTheirStatesAsAwsSays() throws Exception {
    new Histories<>(() -> new HistoryWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(24, random -> time(Duration.ofMillis(random.nextInt(900))))
        .sometimes(6, random -> time(Duration.ofSeconds(random.nextInt(400))))
        .sometimes(3, random -> new Step<>("restart the process", HistoryWorld::restart))
        .sometimes(4, slot(2, "create group %d", HistoryWorld::createGroup))
        .sometimes(2, slot(2, "update group %d", HistoryWorld::updateGroup))
        .sometimes(2, slot(2, "delete group %d", HistoryWorld::deleteGroup))
        .sometimes(8, ChannelHistoryTest::createInput)
        .sometimes(2, slot(3, "update input %d", HistoryWorld::updateInput))
        .sometimes(2, slot(3, "delete input %d", HistoryWorld::deleteInput))
        .sometimes(8, ChannelHistoryTest::createChannel)
        .sometimes(3, ChannelHistoryTest::updateChannel)
        .sometimes(3, ChannelHistoryTest::updateClass)
        .sometimes(4, slot(2, "bring channel %d on air", HistoryWorld::onAir))
        .sometimes(9, slot(2, "start channel %d", HistoryWorld::start))
        .sometimes(6, slot(2, "stop channel %d", HistoryWorld::stop))
        .sometimes(3, slot(2, "delete channel %d", HistoryWorld::delete))
        .sometimes(3, ChannelHistoryTest::restartPipelines)
        .sometimes(1, random -> new Step<>("stop all channels", HistoryWorld::stopAll))
        .sometimes(14, ChannelHistoryTest::news)
        .sometimes(3, ChannelHistoryTest::fill)
        .sometimes(3, ChannelHistoryTest::tag)
        .sometimes(4, ChannelHistoryTest::schedule)
        .sometimes(1, slot(2, "unschedule a of channel %d", (w, c) -> w.unschedule(c, "a")))
        .run(30, 80);
  }

  private interface OnSlot {
    void on(HistoryWorld world, int slot);
  }

  private static Function<Random, Step<HistoryWorld>> slot(int slots, String text, OnSlot act) {
    return random -> {
      int slot = random.nextInt(slots);
      return new Step<>(text.formatted(slot), world -> act.on(world, slot));
    };
  }

  private static Step<HistoryWorld> time(Duration time) {
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<HistoryWorld> createInput(Random random) {
    int input = random.nextInt(3);
    int group = random.nextInt(2);
    boolean otherwise = random.nextInt(4) == 0;
    return new Step<>(
        "create input %d in group %d%s".formatted(input, group, otherwise ? ", named other" : ""),
        world -> world.createInput(input, group, otherwise));
  }

  private static Step<HistoryWorld> createChannel(Random random) {
    int channel = random.nextInt(2);
    int input = random.nextInt(3);
    boolean otherwise = random.nextInt(4) == 0;
    return new Step<>(
        "create channel %d of input %d%s"
            .formatted(channel, input, otherwise ? ", named other" : ""),
        world -> world.createChannel(channel, input, otherwise));
  }

  private static Step<HistoryWorld> updateChannel(Random random) {
    int channel = random.nextInt(2);
    int input = random.nextInt(3);
    return new Step<>(
        "attach input %d to channel %d".formatted(input, channel),
        world -> world.updateChannel(channel, input));
  }

  private static Step<HistoryWorld> updateClass(Random random) {
    int channel = random.nextInt(2);
    boolean standard = random.nextBoolean();
    return new Step<>(
        "make channel %d %s".formatted(channel, standard ? "STANDARD" : "SINGLE_PIPELINE"),
        world -> world.updateClass(channel, standard));
  }

  private static Step<HistoryWorld> restartPipelines(Random random) {
    int channel = random.nextInt(2);
    boolean second = random.nextInt(4) == 0;
    return new Step<>(
        "restart pipeline %d of channel %d".formatted(second ? 1 : 0, channel),
        world -> world.restartPipelines(channel, second));
  }

  private static Step<HistoryWorld> news(Random random) {
    int channel = random.nextInt(2);
    String what = NEWS.get(random.nextInt(NEWS.size()));
    return new Step<>(
        "encoder of channel %d: %s".formatted(channel, what), world -> world.news(channel, what));
  }

  private static Step<HistoryWorld> fill(Random random) {
    boolean full = random.nextInt(3) == 0;
    return new Step<>("the machine is full: " + full, world -> world.fill(full));
  }

  private static Step<HistoryWorld> tag(Random random) {
    int channel = random.nextInt(2);
    String value = random.nextInt(3) == 0 ? null : String.valueOf(random.nextInt(10));
    return new Step<>(
        "tag channel %d with %s".formatted(channel, value),
        world -> world.tag(channel, "k", value));
  }

  private static Step<HistoryWorld> schedule(Random random) {
    int channel = random.nextInt(2);
    String action = random.nextBoolean() ? "a" : "b";
    long lead = LEADS.get(random.nextInt(LEADS.size()));
    return new Step<>(
        "schedule %s of channel %d in %d s".formatted(action, channel, lead),
        world -> world.schedule(channel, action, Duration.ofSeconds(lead)));
  }
}
