package onair.awslocal.mediatailor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import onair.awslocal.mediatailor.creative.CreativeSamples;
import onair.awslocal.mediatailor.hls.Marker;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MediaSegment;
import onair.awslocal.mediatailor.hls.Splice;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimelineTest {

  private static final Duration SEGMENT = Duration.ofSeconds(2);
  private static final OpenAvail.Decided NOTHING = new OpenAvail.Decided(List.of(), Duration.ZERO);
  private static final Marker.In IN = new Marker.In("");

  /** Avails that get what a test says, at once. */
  private static final class Ads implements LiveTimeline.Opener, OpenAvail.Choice {

    final Plays plays = new Plays(0);
    final List<Marker.Out> asked = new ArrayList<>();
    CompletableFuture<OpenAvail.Decided> decision = CompletableFuture.completedFuture(NOTHING);
    List<Duration> ads = List.of();
    @Nullable Duration slate;
    int cutShort;

    @Override
    public OpenAvail open(Marker.Out marker, MediaSegment at, Duration behindEdge) {
      asked.add(marker);
      return new OpenAvail(marker, decision, this);
    }

    @Override
    public Avail begin(OpenAvail avail, MediaSegment at, Duration start) {
      return new Avail(avail.id(), start, at.time(), Duration.ZERO);
    }

    @Override
    public void cutShort() {
      cutShort++;
    }

    @Override
    public Fill replace(List<LinearAd> decided, @Nullable Duration room) {
      return new Fill(
          ads.stream().map(ad -> plays.add(null, CreativeSamples.lasting(ad, SEGMENT))).toList(),
          slate());
    }

    @Override
    public @Nullable AdPlay slate() {
      return slate == null ? null : plays.add(null, CreativeSamples.lasting(slate, SEGMENT));
    }
  }

  /** A channel that goes on for ever, seen through a window. */
  private static final class Channel {

    final List<MediaSegment> segments = new ArrayList<>();
    private long discontinuity;

    Channel add(Duration duration, Marker... markers) {
      long sequence = 100 + segments.size();
      segments.add(
          new MediaSegment(
              sequence,
              discontinuity,
              duration,
              "c" + sequence,
              null,
              null,
              List.of(),
              null,
              List.of(markers),
              List.of()));
      return this;
    }

    Channel add(int count) {
      for (int i = 0; i < count; i++) {
        add(SEGMENT);
      }
      return this;
    }

    Channel discontinuity() {
      discontinuity++;
      return this;
    }

    MediaPlaylist window(int from, int to) {
      List<MediaSegment> shown = segments.subList(from, to);
      return new MediaPlaylist(
          7, 2, 100 + from, shown.getFirst().discontinuity(), false, List.of(), shown);
    }

    MediaPlaylist all() {
      return window(0, segments.size());
    }
  }

  private final Ads ads = new Ads();
  private final LiveTimeline timeline = new LiveTimeline(ads);

  @Test
  void showsContentAsItIsWhereThereAreNoAvails() {
    MediaPlaylist playlist = new Channel().add(2).discontinuity().add(2).all();
    timeline.advance(playlist);
    assertThat(shape(timeline.of(playlist))).isEqualTo("100: c100 c101 | c102 c103");
  }

  @Test
  void replacesTheSegmentsOfAnAvailByAsManyOfTheAds() {
    ads.ads = List.of(Duration.ofSeconds(4), Duration.ofSeconds(2));
    MediaPlaylist playlist =
        new Channel().add(1).add(SEGMENT, out(6)).add(2).add(SEGMENT, IN).add(1).all();
    timeline.advance(playlist);
    assertThat(shape(timeline.of(playlist))).isEqualTo("100: c100 | 0.0 0.1 | 1.0 | c104 c105");
  }

  @Test
  void fillsWhatAdsLeaveWithSlateAndEndsItWithTheAvail() {
    ads.ads = List.of(Duration.ofSeconds(2));
    ads.slate = Duration.ofSeconds(4);
    MediaPlaylist playlist = new Channel().add(SEGMENT, out(10)).add(4).add(SEGMENT, IN).all();
    timeline.advance(playlist);
    assertThat(shape(timeline.of(playlist))).isEqualTo("100: 0.0 | 1.0 1.1 1.2 1.3 | c105");
  }

  @Test
  void goesBackToContentWhereThereIsNoSlate() {
    ads.ads = List.of(Duration.ofSeconds(2));
    MediaPlaylist playlist = new Channel().add(SEGMENT, out(6)).add(3).all();
    timeline.advance(playlist);
    assertThat(shape(timeline.of(playlist))).isEqualTo("100: 0.0 | c101 c102 c103");
  }

  @Test
  void endsAnAvailEarlyWhenTheOriginDoes() {
    ads.ads = List.of(Duration.ofSeconds(6));
    MediaPlaylist playlist = new Channel().add(SEGMENT, out(6)).add(SEGMENT, IN).add(1).all();
    timeline.advance(playlist);
    assertThat(shape(timeline.of(playlist))).isEqualTo("100: 0.0 | c101 c102");
    assertThat(ads.cutShort).isEqualTo(1);
  }

  @Test
  void asksOncePerAvailHoweverOftenItsTagIsListed() {
    ads.ads = List.of(Duration.ofSeconds(4));
    Marker.Out out = new Marker.Out("7-1", Duration.ofSeconds(4), Splice.NONE);
    Channel channel = new Channel().add(SEGMENT, out).add(SEGMENT, out).add(2);
    timeline.advance(channel.window(0, 2));
    timeline.advance(channel.window(0, 3));
    timeline.advance(channel.window(1, 4));
    assertThat(ads.asked).hasSize(1);
    assertThat(shape(timeline.of(channel.window(1, 4)))).isEqualTo("101: 0.1 | c102 c103");
  }

  @Test
  void showsSlateUntilALateDecisionAndTheAdsAfterIt() {
    ads.ads = List.of(Duration.ofSeconds(2));
    ads.slate = Duration.ofSeconds(2);
    ads.decision = new CompletableFuture<>();
    Channel channel = new Channel().add(SEGMENT, out(6)).add(3);
    timeline.advance(channel.window(0, 1));
    ads.decision.complete(NOTHING);
    timeline.advance(channel.window(0, 4));
    assertThat(shape(timeline.of(channel.all()))).isEqualTo("100: 0.0 | 1.0 | 2.0 | c103");
  }

  @Test
  void aRenditionThatIsAheadIsListedUpToWhereTheOthersAre() {
    Channel channel = new Channel().add(5);
    timeline.advance(channel.window(0, 4));
    assertThat(timeline.covers(channel.window(0, 5))).isFalse();
    assertThat(shape(timeline.of(channel.window(1, 5)))).isEqualTo("101: c101 c102 c103");
  }

  @Test
  void numbersGoOnWhenThePlayerWasAwayOrTheOriginCountsAnew() {
    Channel channel = new Channel().add(20);
    timeline.advance(channel.window(0, 3));
    timeline.advance(channel.window(10, 13));
    assertThat(shape(timeline.of(channel.window(10, 13)))).isEqualTo("110: c110 c111 c112");
    MediaPlaylist anew =
        new MediaPlaylist(
            7,
            2,
            1,
            0,
            false,
            List.of(),
            List.of(
                new MediaSegment(
                    1, 0, SEGMENT, "n1", null, null, List.of(), null, List.of(), List.of())));
    timeline.advance(anew);
    assertThat(shape(timeline.of(anew))).isEqualTo("113: n1");
  }

  /**
   * Whatever the lengths of ads, avails and segments: nothing that was listed changes its number or
   * its discontinuity sequence number, and the playlist has the media of the origin and less than a
   * segment more.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void keepsNumbersAndPaceWhileTheWindowSlides(long seed) {
    Random random = new Random(seed);
    Channel channel = new Channel();
    for (int avail = 0; avail < 6; avail++) {
      channel.add(1 + random.nextInt(5));
      if (random.nextBoolean()) {
        channel.discontinuity();
      }
      long planned = 2000L + random.nextInt(12_000);
      Marker.Out out = new Marker.Out("", Duration.ofMillis(planned), Splice.NONE);
      for (long left = planned; left > 0; left -= SEGMENT.toMillis()) {
        Duration duration = Duration.ofMillis(Math.min(left, SEGMENT.toMillis()));
        if (left == planned) {
          channel.add(duration, out);
        } else {
          channel.add(duration);
        }
      }
      channel.add(SEGMENT, IN);
    }
    channel.add(10);
    List<String> listed = new ArrayList<>();
    int size = 3 + random.nextInt(4);
    double origin = 0;
    double shown = 0;
    int seen = 0;
    for (int end = size; end <= channel.segments.size(); end += 1 + random.nextInt(2)) {
      ads.ads = List.of(millis(random), millis(random));
      ads.slate = random.nextBoolean() ? millis(random) : null;
      MediaPlaylist window = channel.window(end - size, end);
      timeline.advance(window);
      Personalised personalised = timeline.of(window);
      for (int i = 0; i < personalised.pieces().size(); i++) {
        int place = (int) (personalised.number() - 100) + i;
        Piece piece = personalised.pieces().get(i);
        String entry = name(piece) + " in " + piece.discontinuity();
        if (place < listed.size()) {
          assertThat(entry).as("number %d", place).isEqualTo(listed.get(place));
        } else {
          assertThat(place).isEqualTo(listed.size());
          listed.add(entry);
          shown += seconds(piece);
        }
      }
      for (; seen < end; seen++) {
        origin += channel.segments.get(seen).duration().toMillis() / 1000.0;
      }
      assertThat(shown - origin).as("media ahead of the origin").isBetween(-0.2, 2.0);
    }
    assertThat(listed).anyMatch(entry -> entry.startsWith("c"));
    assertThat(ads.asked).hasSize(6);
  }

  private static Duration millis(Random random) {
    return Duration.ofMillis(300L + random.nextInt(7000));
  }

  private static double seconds(Piece piece) {
    return switch (piece) {
      case Piece.Original original -> original.segment().duration().toMillis() / 1000.0;
      case Piece.Inserted inserted ->
          inserted.play().duration(inserted.segment()).toMillis() / 1000.0;
    };
  }

  private static Marker.Out out(int seconds) {
    return new Marker.Out("", Duration.ofSeconds(seconds), Splice.NONE);
  }

  /** Content as {@code c100}, ads as {@code 0.1}, discontinuities as bars. */
  private static String shape(Personalised personalised) {
    StringBuilder shape = new StringBuilder(personalised.number() + ":");
    long discontinuity = personalised.pieces().getFirst().discontinuity();
    for (Piece piece : personalised.pieces()) {
      if (piece.discontinuity() != discontinuity) {
        assertThat(piece.discontinuity()).isEqualTo(discontinuity + 1);
        shape.append(" |");
      }
      discontinuity = piece.discontinuity();
      shape.append(' ').append(name(piece));
    }
    return shape.toString();
  }

  private static String name(Piece piece) {
    return switch (piece) {
      case Piece.Original original -> original.segment().uri();
      case Piece.Inserted inserted -> inserted.play().number() + "." + inserted.segment();
    };
  }
}
