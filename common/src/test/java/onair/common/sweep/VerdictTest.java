package onair.common.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a listed resource is, for every row there can be. */
class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
  private static final String LISTED = "1";

  @Test
  void whatHasNoRowIsNobodys() {
    assertThat(verdict(null, "token")).isEqualTo(Verdict.ORPHAN);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # desired, create,  id, in doubt, protection, verdict
          PRESENT,   KNOWN,   1,  false,    token,      OWN
          PRESENT,   KNOWN,   1,  true,     none,       OWN
          ABSENT,    KNOWN,   1,  false,    name,       OWN
          PRESENT,   KNOWN,   2,  false,    token,      ORPHAN
          ABSENT,    KNOWN,   2,  false,    none,       ORPHAN
          PRESENT,   KNOWN,   2,  true,     token,      UNSETTLED
          PRESENT,   UNKNOWN, ,   true,     token,      UNSETTLED
          PRESENT,   UNKNOWN, ,   true,     none,       UNSETTLED
          ABSENT,    UNKNOWN, ,   true,     name,       UNSETTLED
          PRESENT,   NONE,    ,   true,     none,       UNSETTLED
          ABSENT,    NONE,    ,   true,     token,      UNSETTLED
          PRESENT,   NONE,    ,   false,    token,      ORPHAN
          PRESENT,   NONE,    ,   false,    none,       ORPHAN
          PRESENT,   NONE,    ,   false,    name,       UNSETTLED
          ABSENT,    NONE,    ,   false,    name,       ORPHAN
          ABSENT,    NONE,    ,   false,    token,      ORPHAN
          """)
  void theRowOfWhatItWasMadeForDecides(
      Desired desired,
      Create create,
      @Nullable String id,
      boolean inDoubt,
      String protection,
      Verdict expected) {
    var row =
        new ResourceRow(
            new ResourceKey("ch_1", "medialive-input"),
            "org_1",
            desired,
            1,
            "token",
            NOW,
            create,
            id,
            id == null ? null : NOW,
            null,
            null,
            Removal.NONE,
            inDoubt ? NOW.plusSeconds(90) : null,
            null,
            null,
            1);

    assertThat(verdict(row, protection)).isEqualTo(expected);
  }

  private static Verdict verdict(@Nullable ResourceRow row, String protection) {
    return Verdict.of(
        LISTED,
        row,
        switch (protection) {
          case "token" -> new Idempotency.Token(Duration.ofMinutes(5));
          case "name" -> new Idempotency.NaturalName();
          default -> new Idempotency.None();
        });
  }
}
