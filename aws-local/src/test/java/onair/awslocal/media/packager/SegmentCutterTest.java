package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentCutterTest {

  private final Run first = Samples.run(1, Duration.ZERO);
  private final Run second = Samples.run(2, Duration.ofMinutes(1));

  @Test
  void segmentEndsWithTheGopThatMakesItLongEnough() {
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(6), 100);

    assertThat(cutter.add(Samples.gop(first, 0))).isEmpty();
    assertThat(cutter.add(Samples.gop(first, 1))).isEmpty();
    List<Segment> ended = cutter.add(Samples.gop(first, 2));

    assertThat(ended).hasSize(1);
    assertThat(ended.getFirst().number()).isEqualTo(100);
    assertThat(ended.getFirst().gops()).hasSize(3);
    assertThat(ended.getFirst().duration()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void gopThatIsAFrameShortIsLongEnough() {
    SegmentCutter cutter = new SegmentCutter(Duration.ofMillis(2_033), 1);

    assertThat(cutter.add(Samples.gop(first, 0))).hasSize(1);
  }

  @Test
  void runEndsItsSegmentHoweverShortAndTheNextIsADiscontinuity() {
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(4), 1);
    cutter.add(Samples.gop(first, 0));

    List<Segment> last = cutter.add(Samples.gop(second, 0));
    List<Segment> next = cutter.add(Samples.gop(second, 1));

    assertThat(last.getFirst().duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(last.getFirst().discontinuity()).isZero();
    assertThat(next.getFirst().discontinuity()).isEqualTo(1);
    assertThat(next.getFirst().number()).isEqualTo(2);
  }

  @Test
  void runWithoutASegmentCountsAsNoDiscontinuity() {
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(2), 1);
    cutter.endRun();

    assertThat(cutter.add(Samples.gop(second, 0)).getFirst().discontinuity()).isZero();
  }

  @Test
  void anotherDurationHoldsFromTheOpenSegmentOn() {
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(2), 1);
    cutter.add(Samples.gop(first, 0));

    cutter.cutAt(Duration.ofSeconds(4));

    assertThat(cutter.add(Samples.gop(first, 1))).isEmpty();
    assertThat(cutter.add(Samples.gop(first, 2)).getFirst().number()).isEqualTo(2);
  }
}
