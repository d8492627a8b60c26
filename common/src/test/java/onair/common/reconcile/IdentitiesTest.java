package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import onair.common.reconcile.ResourceRow.Desired;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final String OWNER = "ch_01k9zv7a8s3q2m4n5p6r7t8w9x";

  private static Identity identity(String kind, long generation) {
    var key = new ResourceKey(OWNER, kind);
    var token = Identities.token(key, generation);
    var row =
        ResourceRow.first(key, "org_1", Desired.PRESENT)
            .edit()
            .intend(generation, token, Instant.EPOCH, Instant.EPOCH)
            .row();
    return new Identities("local").of(row);
  }

  @Test
  void aTokenIsTheKeyAndTheGeneration() {
    assertThat(identity("medialive-channel", 2).token()).isEqualTo(OWNER + "/medialive-channel#2");
  }

  @Test
  void aTokenFitsTheShortestOfAwsAndStaysUnique() {
    var kind = "mediapackage-origin-endpoint/with-a-long-name-of-its-own";

    assertThat(identity(kind, 123_456).token()).hasSizeLessThanOrEqualTo(64);
    assertThat(identity(kind, 1).token()).isEqualTo(identity(kind, 1).token());
    assertThat(identity(kind, 1).token()).isNotEqualTo(identity(kind, 2).token());
    assertThat(identity(kind, 1).token()).isNotEqualTo(identity(kind + "x", 1).token());
  }

  @Test
  void theNameStaysOverGenerationsSoThatAddressesDo() {
    assertThat(identity("medialive-channel", 1).name()).isEqualTo(OWNER);
    assertThat(identity("medialive-channel", 2).name()).isEqualTo(OWNER);
    assertThat(identity("origin-endpoint/low latency", 1).name()).isEqualTo(OWNER + "-low-latency");
  }

  @Test
  void recognisesItsCopiesOfAnyGenerationAndNobodyElses() {
    var identity = identity("medialive-channel", 2);

    assertThat(identity.owns(identity("medialive-channel", 1).tags())).isTrue();
    assertThat(identity.owns(identity("medialive-input", 2).tags())).isFalse();
    assertThat(identity.owns(Map.of("onair:resource", OWNER + "/medialive-channel")))
        .as("the same key in another installation")
        .isFalse();
    assertThat(identity.owns(Map.of())).isFalse();
  }
}
