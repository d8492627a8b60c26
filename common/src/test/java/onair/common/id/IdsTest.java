package onair.common.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Test
  void looksLikeAPrefixAndTwentySixCharacters() {
    assertThat(Ids.next("ch")).matches("ch_[0-7][0-9a-hjkmnp-tv-z]{25}");
    assertThat(Ids.isValid("ch", Ids.next("ch"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ch",
        "ch_",
        "as_06d4x8k2v7b1c3d5e7f9g1h3j5",
        "ch_06d4x8k2v7b1c3d5e7f9g1h3j",
        "ch_06D4X8K2V7B1C3D5E7F9G1H3J5",
        "ch_8zzzzzzzzzzzzzzzzzzzzzzzzz",
        "ch_00000000000000000000000000",
        "ch_06d4x8k2v7b1c3d5e7f9g1h3ju",
        "ch_06d4x8k2v7b1c3d5e7f9g1h3j\u00e9"
      })
  void refusesWhatIsNoIdOfThatKind(String text) {
    assertThat(Ids.isValid("ch", text)).isFalse();
  }

  @Test
  void growsAndNeverRepeatsWhileTheClockStandsStill() {
    var sequence = new UuidSequence(() -> Instant.ofEpochMilli(1), new Random(1));

    List<String> made =
        IntStream.range(0, 100_000).mapToObj(i -> Crockford.encode(sequence.next())).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void growsWhenTheClockGoesBack() {
    var millis = new AtomicLong(1000);
    var sequence =
        new UuidSequence(() -> Instant.ofEpochMilli(millis.getAndAdd(-100)), new Random(1));

    assertThat(IntStream.range(0, 10).mapToObj(i -> Crockford.encode(sequence.next())).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void isAUuidOfVersionSevenThatTellsItsTime() {
    UUID uuid =
        new UuidSequence(() -> Instant.ofEpochMilli(0x0123_4567_89abL), new Random(1)).next();

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(0x0123_4567_89abL);
  }

  @Test
  void writesAndReadsEveryBit() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      var uuid = new UUID(random.nextLong(), random.nextLong());
      assertThat(Crockford.decode(Crockford.encode(uuid))).contains(uuid);
    }
    assertThat(Crockford.encode(new UUID(-1, -1))).isEqualTo("7zzzzzzzzzzzzzzzzzzzzzzzzz");
  }

  @Test
  void isUniqueAmongThreads() throws Exception {
    var all = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<String>> make =
          () -> IntStream.range(0, 1000).mapToObj(i -> Ids.next("ch")).toList();
      for (var made : threads.invokeAll(List.of(make, make, make, make))) {
        all.addAll(made.get());
      }
    }

    assertThat(new HashSet<>(all)).hasSize(4000);
  }
}
