package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpliceTimelineTest {

  private final Run run = Samples.run(1, Duration.ZERO);
  private final SpliceTimeline timeline = new SpliceTimeline();

  @Test
  void breakBeginsWithTheFirstGopAtOrAfterItsTimeAndEndsWhenItsDurationIsOver() {
    timeline.add(out(7, at(3), Duration.ofSeconds(4)));

    List<Gop> gops = mark(0, 6);

    assertThat(gops.stream().map(gop -> gop.cues().size())).containsExactly(0, 0, 1, 0, 1, 0);
    assertThat(gops.get(2).cues().getFirst()).isInstanceOf(Cue.Out.class);
    assertThat(gops.get(2).cues().getFirst().avail().begins()).isEqualTo(at(4));
    assertThat(gops.get(3).avail()).isEqualTo(gops.get(2).avail());
    assertThat(gops.get(4).cues().getFirst())
        .isEqualTo(new Cue.In(gops.get(3).avail(), at(8), gops.get(4).pts()));
    assertThat(gops.get(4).avail()).isNull();
  }

  @Test
  void breakAtTheVeryTimeOfAGopBeginsWithIt() {
    timeline.add(out(7, at(2), null));

    assertThat(mark(0, 2).get(1).cues()).hasSize(1);
  }

  @Test
  void durationThatIsNoMultipleOfTheGopIsRoundedUp() {
    timeline.add(out(7, at(0), Duration.ofSeconds(3)));

    assertThat(mark(0, 3).get(2).cues().getFirst()).isInstanceOf(Cue.In.class);
  }

  @Test
  void breakWithoutDurationGoesOnUntilItsOwnReturn() {
    timeline.add(out(7, at(0), null));
    timeline.add(new Splice.In(Splice.Message.SPLICE_INSERT, 8, at(2)));
    timeline.add(new Splice.In(Splice.Message.SPLICE_INSERT, 7, at(5)));

    List<Gop> gops = mark(0, 4);

    assertThat(gops.get(1).cues()).isEmpty();
    assertThat(gops.get(2).avail()).isNotNull();
    assertThat(gops.get(3).cues().getFirst()).isInstanceOf(Cue.In.class);
  }

  @Test
  void nextBreakEndsTheOneBefore() {
    timeline.add(out(7, at(0), Duration.ofSeconds(30)));
    timeline.add(out(8, at(4), Duration.ofSeconds(30)));

    List<Cue> cues = mark(0, 3).get(2).cues();

    assertThat(cues).hasSize(2);
    assertThat(cues.get(0)).isInstanceOf(Cue.In.class);
    assertThat(cues.get(1).avail().eventId()).isEqualTo(8);
  }

  @Test
  void breakThatIsOverBeforeAnyMediaLeavesNoMark() {
    timeline.add(out(7, at(-20), Duration.ofSeconds(15)));
    timeline.add(out(8, at(0), null));
    timeline.add(new Splice.In(Splice.Message.SPLICE_INSERT, 8, at(0)));

    assertThat(mark(0, 2)).allSatisfy(gop -> assertThat(gop.cues()).isEmpty());
  }

  @Test
  void breakGoesOnAcrossTheReconnectOfAnEncoder() {
    timeline.add(out(7, at(0), Duration.ofSeconds(10)));
    mark(0, 2);
    Run next = Samples.run(2, Duration.ofSeconds(7));

    Gop first = timeline.mark(Samples.gop(next, 0));
    Gop second = timeline.mark(Samples.gop(next, 1));
    Gop third = timeline.mark(Samples.gop(next, 2));

    assertThat(first.avail()).isNotNull();
    assertThat(second.cues()).isEmpty();
    assertThat(third.cues().getFirst()).isInstanceOf(Cue.In.class);
  }

  @Test
  void stoppedEncoderEndsTheBreakWithWhateverComesNext() {
    timeline.add(out(7, at(0), null));
    timeline.add(out(8, at(4), null));
    mark(0, 1);
    timeline.end();

    List<Gop> gops = mark(1, 3);

    assertThat(gops.getFirst().cues().getFirst()).isInstanceOf(Cue.In.class);
    assertThat(gops.getLast().avail()).isNull();
  }

  private List<Gop> mark(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(index -> timeline.mark(Samples.gop(run, index)))
        .toList();
  }

  private static Splice out(long event, Instant at, @Nullable Duration duration) {
    return new Splice.Out(Splice.Message.SPLICE_INSERT, event, at, duration);
  }

  private static Instant at(long seconds) {
    return Samples.NOON.plusSeconds(seconds);
  }
}
