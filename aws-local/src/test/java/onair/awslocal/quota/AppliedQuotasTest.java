package onair.awslocal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedQuotasTest {

  private static final Scope HERE = new Scope("111122223333", "eu-west-1");
  private static final Scope ELSEWHERE = new Scope("111122223333", "us-east-1");
  private static final Quota CHANNELS = Quota.MEDIALIVE_CHANNELS;

  @TempDir Path folder;

  @Test
  void nothingIsLimitedWhileDefaultsAreOffAndNothingIsSet() {
    try (StateStore store = new StateStore(folder)) {
      var quotas = new AppliedQuotas(store, false);
      assertThat(quotas.limit(HERE, CHANNELS)).isEqualTo(Long.MAX_VALUE);
      assertThat(quotas.value(HERE, CHANNELS)).isEqualTo(5);
    }
  }

  @Test
  void whatIsSetHoldsInItsRegionWithAndWithoutDefaults() {
    try (StateStore store = new StateStore(folder)) {
      var quotas = new AppliedQuotas(store, false);
      quotas.set(HERE, CHANNELS, 7);
      assertThat(quotas.limit(HERE, CHANNELS)).isEqualTo(7);
      assertThat(quotas.value(HERE, CHANNELS)).isEqualTo(7);
      assertThat(quotas.limit(ELSEWHERE, CHANNELS)).isEqualTo(Long.MAX_VALUE);
      assertThat(quotas.limit(HERE, Quota.MEDIALIVE_PUSH_INPUTS)).isEqualTo(Long.MAX_VALUE);
    }
    try (StateStore store = new StateStore(folder)) {
      var restarted = new AppliedQuotas(store, true);
      assertThat(restarted.limit(HERE, CHANNELS)).isEqualTo(7);
      assertThat(restarted.limit(ELSEWHERE, CHANNELS)).isEqualTo(5);
      restarted.reset(HERE, CHANNELS);
      assertThat(restarted.limit(HERE, CHANNELS)).isEqualTo(5);
    }
  }

  @Test
  void noQuotaIsNegativeOrNoNumber() {
    try (StateStore store = new StateStore(folder)) {
      var quotas = new AppliedQuotas(store, true);
      assertThatThrownBy(() -> quotas.set(HERE, CHANNELS, -1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> quotas.set(HERE, CHANNELS, Double.NaN))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void everyCodeNamesOneQuota() {
    assertThat(Arrays.stream(Quota.values()).map(Quota::code)).doesNotHaveDuplicates();
    assertThat(Quota.values())
        .allSatisfy(
            quota -> {
              assertThat(quota.code()).matches("L-[0-9A-F]{8}");
              assertThat(Quota.find(quota.service(), quota.code())).contains(quota);
            });
  }
}
