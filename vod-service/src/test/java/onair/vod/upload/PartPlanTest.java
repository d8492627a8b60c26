package onair.vod.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartPlanTest {

  private static final long MIB = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "8388608, 1",
    "8388609, 2",
    "8388608000, 1000",
    "8388608001, 889",
    "107374182400, 995"
  })
  void partsMakeUpTheFileAndAreNeverTooManyOrTooSmall(long size, int count) {
    PartPlan plan = PartPlan.of(size, 8 * MIB);

    assertThat(plan.count()).isEqualTo(count);
    assertThat(IntStream.rangeClosed(1, count).mapToLong(plan::size).sum()).isEqualTo(size);
    assertThat(plan.partSizeBytes()).isGreaterThanOrEqualTo(8 * MIB);
    assertThat(plan.size(count)).isBetween(0L, plan.partSizeBytes());
  }
}
