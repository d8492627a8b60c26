package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import onair.awslocal.media.mp4.Fragment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GopAssemblerTest {

  private final GopAssembler assembler =
      new GopAssembler(
          Stream.of(Samples.HIGH, Samples.LOW, Samples.AUDIO).map(Rendition::track).toList());

  @Test
  void setIsCompleteWithItsLastTrack() {
    assertThat(add(1)).isEmpty();
    assertThat(add(2)).isEmpty();
    assertThat(tracks(add(3))).containsExactly("123");
    assertThat(assembler.flush()).isEmpty();
  }

  @Test
  void trackThatHadNothingToSayIsLeftOut() {
    add(1);
    add(2);

    assertThat(tracks(add(1))).containsExactly("12-");
    assertThat(tracks(add(3))).containsExactly("1-3");
  }

  @Test
  void soundAloneFollowedByPicturesMakesTwoSets() {
    assertThat(tracks(add(3))).containsExactly("--3");
    add(1);
    assertThat(tracks(add(3))).containsExactly("1-3");
  }

  @Test
  void endOfTheStreamEndsASet() {
    add(1);

    assertThat(tracks(assembler.flush())).containsExactly("1--");
  }

  private List<List<@Nullable Fragment>> add(int trackId) {
    return assembler.add(new Fragment(trackId, 0, 1, 1, true, new byte[1]));
  }

  private static List<String> tracks(List<List<@Nullable Fragment>> sets) {
    return sets.stream()
        .map(
            set -> {
              StringBuilder ids = new StringBuilder();
              set.forEach(fragment -> ids.append(fragment == null ? "-" : fragment.trackId()));
              return ids.toString();
            })
        .toList();
  }
}
