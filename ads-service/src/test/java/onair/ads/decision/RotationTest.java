package onair.ads.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import onair.ads.content.Film;
import org.junit.jupiter.api.Test;

class RotationTest {

  static Candidate ad(String campaign, String creative, double seconds, double share) {
    var film = new Film("/vod/a.mp4", Duration.ofMillis((long) (seconds * 1000)), 1280, 720);
    return new Candidate(campaign, creative, "Ad", film, null, share, null, null);
  }

  private static Duration length(List<Candidate> pod) {
    return pod.stream().map(ad -> ad.film().duration()).reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void theSameViewerInTheSameBreakAlwaysGetsTheSameAds() {
    var ads = List.of(ad("c1", "a", 10, 1), ad("c2", "b", 10, 1), ad("c3", "c", 10, 1));

    List<Candidate> first = Rotation.pod(ads, Duration.ofSeconds(20), "session-1\n7");

    assertThat(Rotation.pod(ads.reversed(), Duration.ofSeconds(20), "session-1\n7"))
        .isEqualTo(first)
        .hasSize(2);
  }

  @Test
  void twoViewersOfOneBreakMayGetDifferentAds() {
    var ads = List.of(ad("c1", "a", 10, 1), ad("c2", "b", 10, 1));
    var seen = new HashSet<String>();

    for (int viewer = 0; viewer < 20; viewer++) {
      seen.add(
          Rotation.pod(ads, Duration.ofSeconds(10), "session-" + viewer + "\n7")
              .getFirst()
              .creativeId());
    }

    assertThat(seen).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void eachAdComesFirstAsOftenAsItsShareSays() {
    var ads = List.of(ad("c1", "a", 10, 300), ad("c2", "b", 10, 100));
    int viewers = 20_000;
    int first = 0;

    for (int viewer = 0; viewer < viewers; viewer++) {
      String creative =
          Rotation.pod(ads, Duration.ofSeconds(10), "s" + viewer + "\n1").getFirst().creativeId();
      first += creative.equals("a") ? 1 : 0;
    }

    assertThat((double) first / viewers).isCloseTo(0.75, within(0.015));
  }

  @Test
  void aBreakIsFilledAndNeverOverrun() {
    var ads = new ArrayList<Candidate>();
    for (int i = 0; i < 30; i++) {
      ads.add(ad("c" + i % 4, "k" + i, 4 + i % 9 + 0.5, 1 + i % 3));
    }
    for (int viewer = 0; viewer < 200; viewer++) {
      Duration room = Duration.ofSeconds(10 + viewer % 80);

      List<Candidate> pod = Rotation.pod(ads, room, "s" + viewer);

      assertThat(length(pod)).isLessThanOrEqualTo(room.plusMillis(250));
      assertThat(pod).doesNotHaveDuplicates();
      Duration left = room.plusMillis(250).minus(length(pod));
      assertThat(ads)
          .filteredOn(ad -> !pod.contains(ad))
          .allMatch(ad -> ad.film().duration().compareTo(left) > 0);
    }
  }

  @Test
  void aCreativeOfTwoCampaignsIsShownOnceInABreak() {
    var ads = List.of(ad("c1", "a", 10, 1), ad("c2", "a", 10, 1));

    assertThat(Rotation.pod(ads, Duration.ofSeconds(30), "s")).hasSize(1);
  }

  @Test
  void aFilmOfAFewFramesMoreThanTheBreakFits() {
    assertThat(Rotation.pod(List.of(ad("c", "a", 10.25, 1)), Duration.ofSeconds(10), "s"))
        .hasSize(1);
    assertThat(Rotation.pod(List.of(ad("c", "a", 10.26, 1)), Duration.ofSeconds(10), "s"))
        .isEmpty();
  }

  @Test
  void whatFitsNowhereIsNotShown() {
    assertThat(Rotation.pod(List.of(ad("c", "a", 31, 1)), Duration.ofSeconds(30), "s")).isEmpty();
    assertThat(Rotation.pod(List.of(), Duration.ofSeconds(30), "s")).isEmpty();
  }
}
