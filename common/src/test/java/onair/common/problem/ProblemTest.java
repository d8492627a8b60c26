package onair.common.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionSystemException;

class ProblemTest {

  private final ProblemTranslator translator =
      new ProblemTranslator(List.of(new DatabaseProblems(), new SpringProblems()));

  @Test
  void saysEverythingInItsBody() {
    var body =
        Problem.of(409, "channel_running", "The channel is running")
            .detail("Stop it first.")
            .violation("name", "size", "is too long")
            .with("current_status", "live")
            .toBody("req_1", "/v1/channels/ch_1");

    assertThat(body)
        .containsExactly(
            entry("type", "urn:onair:problem:channel_running"),
            entry("title", "The channel is running"),
            entry("status", 409),
            entry("detail", "Stop it first."),
            entry("instance", "/v1/channels/ch_1"),
            entry("code", "channel_running"),
            entry("violations", List.of(new Violation("name", "size", "is too long"))),
            entry("current_status", "live"),
            entry("request_id", "req_1"),
            entry("retryable", false));
  }

  @Test
  void leavesOutWhatItDoesNotKnow() {
    assertThat(Problem.of(404, "not_found", "No").toBody(null, null))
        .containsOnlyKeys("type", "title", "status", "code", "retryable");
  }

  @Test
  void repeatsNoSecretThatSomebodyPutWhereItDoesNotBelong() {
    assertThat(
            Problem.of(404, "not_found", "No")
                .detail("There is no channel onair_live_4f9a_Zx-1.")
                .toBody(null, "/v1/channels/onair_test_aB3/x/whsec_Zm9v+/=="))
        .containsEntry("detail", "There is no channel onair_live_***.")
        .containsEntry("instance", "/v1/channels/onair_test_***/x/whsec_***");
  }

  @Test
  void neverLetsAMemberReplaceWhatEveryProblemHas() {
    assertThat(Problem.of(409, "a", "A").with("status", 200).toBody(null, null))
        .containsEntry("status", 409);
  }

  @Test
  void roundsRetryAfterUpToWholeSeconds() {
    assertThat(Problem.of(503, "a", "A").retryAfter(Duration.ofMillis(1)).headers())
        .containsEntry("Retry-After", "1");
    assertThat(Problem.of(503, "a", "A").retryAfter(Duration.ofMillis(1001)).headers())
        .containsEntry("Retry-After", "2");
    assertThat(Problem.of(503, "a", "A").retryAfter(Duration.ZERO).headers())
        .containsEntry("Retry-After", "1");
    assertThat(Problem.of(409, "a", "A").retryAfter(Duration.ofSeconds(1)).retryable()).isTrue();
  }

  @Test
  void tellsALostCommitFromAProgrammingError() {
    var lost = new TransactionSystemException("commit", new SQLException("gone", "08006"));
    var raw = new IllegalStateException(new SQLException("shutting down", "57P01"));

    assertThat(translator.translate(lost).code()).isEqualTo("database_unavailable");
    assertThat(translator.translate(raw).code()).isEqualTo("database_unavailable");
    assertThat(
            translator
                .translate(new DuplicateKeyException("x", new SQLException("dup", "23505")))
                .code())
        .isEqualTo("internal_error");
  }
}
