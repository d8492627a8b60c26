package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import onair.awslocal.media.AllowList;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.SrtEnd;
import org.junit.jupiter.api.Test;

class SrtArgumentsTest {

  private static final Passphrase SECRET = new Passphrase("open sesame & more", 24);

  @Test
  void listenerReceivesOnTheLoopbackInterface() {
    var end =
        new SrtEnd(
            new SrtEnd.Listener(5000, new AllowList(List.of("0.0.0.0/0"))),
            SECRET,
            Duration.ofSeconds(2));

    assertThat(SrtArguments.receive(end, 40_000))
        .containsSubsequence("-passphrase", "open sesame & more", "-pbkeylen", "24")
        .containsSubsequence("-f", "data", "-i")
        .contains("srt://127.0.0.1:40000?latency=2000000&mode=listener")
        .endsWith("-f", "data", "pipe:1");
  }

  @Test
  void callerSendsWithItsStreamIdAndNoPassphraseWhereThereIsNone() {
    var end =
        new SrtEnd(
            new SrtEnd.Caller("203.0.113.9", 9000, "#!::r=a b"), null, Duration.ofMillis(120));

    List<String> arguments = SrtArguments.send(end, 40_000);

    assertThat(arguments)
        .doesNotContain("-passphrase")
        .containsSubsequence("-f", "data", "-i", "pipe:0")
        .endsWith(
            "srt://127.0.0.1:40000?latency=120000&mode=caller&streamid=%23%21%3A%3Ar%3Da%20b");
  }

  @Test
  void passphraseIsInNoAddressAndInNoDescription() {
    var end =
        new SrtEnd(
            new SrtEnd.Listener(5000, new AllowList(List.of())), SECRET, Duration.ofMillis(120));

    assertThat(end.toString()).doesNotContain("sesame").contains("AES-192");
    assertThat(SrtArguments.send(end, 1).getLast()).doesNotContain("sesame");
  }
}
