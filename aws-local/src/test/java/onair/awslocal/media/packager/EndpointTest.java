package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private final Run run = Samples.run(1, Duration.ZERO);

  @Test
  void keepsWhatItsManifestsMayStillLeadTo() {
    Endpoint endpoint = new Endpoint(spec(2, Duration.ZERO, Duration.ofSeconds(10)), 1);
    fill(endpoint, 1_000);

    Duration kept = span(endpoint);

    assertThat(kept).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
    assertThat(endpoint.segments().getLast().number()).isEqualTo(1_000);
  }

  @Test
  void keepsTheStartOverWindowWhenItIsLonger() {
    Endpoint endpoint = new Endpoint(spec(2, Duration.ofMinutes(5), Duration.ofSeconds(10)), 1);
    fill(endpoint, 1_000);

    assertThat(span(endpoint)).isBetween(Duration.ofSeconds(298), Duration.ofSeconds(304));
  }

  @Test
  void anotherSpecificationGoesOnWithoutABreak() {
    Endpoint endpoint = new Endpoint(spec(2, Duration.ZERO, Duration.ofMinutes(1)), 1);
    fill(endpoint, 10);

    endpoint.update(spec(4, Duration.ZERO, Duration.ofMinutes(1)));
    endpoint.add(Samples.gop(run, 10));
    endpoint.add(Samples.gop(run, 11));

    assertThat(endpoint.segments()).extracting(Segment::number).hasSize(11).endsWith(10L, 11L);
    assertThat(endpoint.target()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void windowListsWhatFitsAndAtLeastThree() {
    Endpoint endpoint = new Endpoint(spec(2, Duration.ofMinutes(5), Duration.ofMinutes(1)), 1);
    fill(endpoint, 100);
    List<Segment> all = endpoint.segments();

    assertThat(Window.newest(all, Duration.ofSeconds(60))).hasSize(30);
    assertThat(Window.newest(all, Duration.ofSeconds(61))).hasSize(30);
    assertThat(Window.newest(all, Duration.ofSeconds(1))).hasSize(3).endsWith(all.getLast());
    assertThat(Window.newest(all.subList(0, 2), Duration.ofSeconds(1))).hasSize(2);
    assertThat(Window.since(all, Samples.NOON.plusSeconds(191)))
        .extracting(Segment::number)
        .containsExactly(96L, 97L, 98L, 99L, 100L);
  }

  private void fill(Endpoint endpoint, int gops) {
    for (int i = 0; i < gops; i++) {
      endpoint.add(Samples.gop(run, i));
    }
  }

  private static Duration span(Endpoint endpoint) {
    return new Window(endpoint.segments(), endpoint.target()).span();
  }

  private static EndpointSpec spec(int seconds, Duration startOver, Duration window) {
    ManifestSpec manifest = new ManifestSpec("index", ManifestSpec.Kind.HLS, window);
    return new EndpointSpec("web", Duration.ofSeconds(seconds), startOver, List.of(manifest));
  }
}
