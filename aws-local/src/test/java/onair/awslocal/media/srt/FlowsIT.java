package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onair.awslocal.media.AllowList;
import onair.awslocal.media.FlowJob;
import onair.awslocal.media.FlowOutput;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.FlowSource;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import onair.awslocal.media.encoder.FfmpegFinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows with ffmpeg as the sender and the receivers. */
class FlowsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECRET = "a-secret-of-some-length";
  private static final Passphrase PASSPHRASE = new Passphrase(SECRET, 32);
  private static final AllowList HERE = new AllowList(List.of("127.0.0.0/8"));

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final RecordedFlow told = new RecordedFlow();
  private final int port = Srt.freePort();
  private Flows flows;

  @BeforeEach
  void open() throws Exception {
    Path ffmpeg = new FfmpegFinder(configured(), System.getenv("PATH"), folder).find().path();
    flows =
        new Flows(
            ffmpeg, folder.resolve("flows"), InetAddress.ofLiteral("127.0.0.1"), new FeedHubs());
  }

  @AfterEach
  void close() {
    processes.forEach(Process::destroyForcibly);
    flows.close();
  }

  @Test
  void whatASenderSendsReachesReceiversThatCallAndReceiversThatAreCalled() throws Exception {
    int out = Srt.freePort();
    int called = Srt.freePort();
    flows.start(
        job(
            listener(PASSPHRASE),
            new FlowOutput.BySrt("out", end(new SrtEnd.Listener(out, HERE), PASSPHRASE)),
            new FlowOutput.BySrt(
                "push", end(new SrtEnd.Caller("127.0.0.1", called, "me"), PASSPHRASE)),
            new FlowOutput.BySrt("nobody", end(new SrtEnd.Listener(Srt.freePort(), HERE), null))),
        told);
    Process waiting = started(Srt.receive(Srt.listen(called, "passphrase=" + SECRET), 2));
    started(Srt.send(Srt.call(port, "passphrase=" + SECRET, "pbkeylen=24")));
    await().atMost(PATIENCE).until(() -> health().connected());

    Process calling = started(Srt.receive(Srt.call(out, "passphrase=" + SECRET), 2));

    assertThat(Srt.pictures(calling)).isGreaterThan(10);
    assertThat(Srt.pictures(waiting)).isGreaterThan(10);
    await().atMost(PATIENCE).until(() -> health().bitsPerSecond() > 50_000);
    assertThat(health().isTransportStream()).isTrue();
    assertThat(health().peer()).isEqualTo("127.0.0.1");
    assertThat(told.lines)
        .contains(
            "in connected with 127.0.0.1",
            "out connected with 127.0.0.1",
            "push connected with 127.0.0.1");
    await().atMost(PATIENCE).until(() -> told.lines.contains("out lost"));
  }

  @Test
  void wrongPassphraseAndNoneAreRefusedAndToldApartAndTheRightOneComesIn() throws Exception {
    flows.start(job(listener(PASSPHRASE)), told);

    assertThat(Srt.failed(started(Srt.send(Srt.call(port, "passphrase=not-the-secret"))))).isTrue();
    assertThat(health().refusal()).isEqualTo(SrtRefusal.WRONG_PASSPHRASE);
    assertThat(Srt.failed(started(Srt.send(Srt.call(port))))).isTrue();
    assertThat(health().refusal()).isEqualTo(SrtRefusal.ENCRYPTION_MISMATCH);
    assertThat(health().connected()).isFalse();
    started(Srt.send(Srt.call(port, "passphrase=" + SECRET)));

    await().atMost(PATIENCE).until(() -> health().connected());
    assertThat(health().refusal()).isNull();
    assertThat(told.lines)
        .containsExactly(
            "in refused WRONG_PASSPHRASE",
            "in refused ENCRYPTION_MISMATCH",
            "in connected with 127.0.0.1");
  }

  @Test
  void addressThatIsNotAllowedIsNotHeard() throws Exception {
    AllowList elsewhere = new AllowList(List.of("203.0.113.0/24"));
    flows.start(job(new FlowSource("in", end(new SrtEnd.Listener(port, elsewhere), null))), told);

    assertThat(Srt.failed(started(Srt.send(Srt.call(port))))).isTrue();

    assertThat(told.lines).containsExactly("in refused ADDRESS_NOT_ALLOWED");
    assertThat(health().bytes()).isZero();
  }

  @Test
  void senderThatIsKilledMayComeBackAtOnce() {
    flows.start(job(listener(null)), told);
    for (int i = 0; i < 2; i++) {
      Process sender = started(Srt.send(Srt.call(port)));
      await().atMost(PATIENCE).until(() -> health().connected());
      long before = health().bytes();
      await().atMost(PATIENCE).until(() -> health().bytes() > before + 20_000);

      sender.destroyForcibly();
      await().atMost(PATIENCE).until(() -> !sender.isAlive());
    }
    Process impatient = started(Srt.send(Srt.call(port, "connect_timeout=20000")));

    await().atMost(PATIENCE).until(() -> told.lines.size() == 5 && impatient.isAlive());
    assertThat(told.lines)
        .containsExactly(
            "in connected with 127.0.0.1",
            "in lost",
            "in connected with 127.0.0.1",
            "in lost",
            "in connected with 127.0.0.1");
  }

  @Test
  void portIsTakenWhileAFlowRunsAndFreeAfterwards() {
    flows.start(job(listener(null)), told);

    assertThat(Srt.isFree(port)).isFalse();
    FlowJob other = new FlowJob("other", List.of(listener(null)), List.of());
    assertThatThrownBy(() -> flows.start(other, told))
        .isInstanceOf(FlowRefused.class)
        .hasMessageContaining(String.valueOf(port));

    flows.stop("flow");
    await().until(() -> Srt.isFree(port));
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.isAlive() && isSrt(process));
    assertThat(flows.health("flow", "in")).isEmpty();
    flows.start(other, told);
    assertThat(Srt.isFree(port)).isFalse();
  }

  @Test
  void receiverThatHangsHoldsUpNeitherTheOthersNorTheSource() throws Exception {
    int slow = Srt.freePort();
    int good = Srt.freePort();
    flows.start(
        job(
            listener(null),
            new FlowOutput.BySrt("slow", end(new SrtEnd.Listener(slow, HERE), null)),
            new FlowOutput.BySrt("good", end(new SrtEnd.Listener(good, HERE), null))),
        told);
    started(Srt.send(Srt.call(port)));
    Process hanging = started(Srt.receive(Srt.call(slow), 60));
    await().atMost(PATIENCE).until(() -> told.lines.contains("slow connected with 127.0.0.1"));

    new ProcessBuilder("kill", "-STOP", String.valueOf(hanging.pid())).start().waitFor();

    assertThat(Srt.pictures(started(Srt.receive(Srt.call(good), 4)))).isGreaterThan(20);
    assertThat(health().connected()).isTrue();
  }

  @Test
  void outputsComeAndGoWithoutDisturbingTheSourceOrEachOther() throws Exception {
    FlowSource source = listener(null);
    int first = Srt.freePort();
    FlowOutput kept = new FlowOutput.BySrt("kept", end(new SrtEnd.Listener(first, HERE), null));
    flows.start(job(source, kept), told);
    started(Srt.send(Srt.call(port)));
    Process receiver = started(Srt.receive(Srt.call(first), 5));
    await().atMost(PATIENCE).until(() -> told.lines.contains("kept connected with 127.0.0.1"));

    int second = Srt.freePort();
    flows.start(
        job(
            source,
            kept,
            new FlowOutput.BySrt("added", end(new SrtEnd.Listener(second, HERE), null))),
        told);
    assertThat(Srt.pictures(started(Srt.receive(Srt.call(second), 1)))).isPositive();
    flows.start(job(source, kept), told);

    await().atMost(PATIENCE).until(() -> Srt.isFree(second));
    assertThat(Srt.pictures(receiver)).isGreaterThan(30);
    assertThat(told.lines).doesNotContain("in lost");
  }

  @Test
  void sourceThatIsCalledIsCalledAgain() {
    flows.start(
        job(new FlowSource("in", end(new SrtEnd.Caller("localhost", port, null), PASSPHRASE))),
        told);
    for (int i = 0; i < 2; i++) {
      Process sender = started(Srt.send(Srt.listen(port, "passphrase=" + SECRET)));
      await().atMost(PATIENCE).until(() -> health().connected());
      sender.destroyForcibly();
      await().atMost(PATIENCE).until(() -> !health().connected());
    }
  }

  @Test
  void secondSourceStandsInForTheFirst() throws Exception {
    int backup = Srt.freePort();
    int out = Srt.freePort();
    FlowJob job =
        new FlowJob(
            "flow",
            List.of(
                listener(null),
                new FlowSource("backup", end(new SrtEnd.Listener(backup, HERE), null))),
            List.of(new FlowOutput.BySrt("out", end(new SrtEnd.Listener(out, HERE), null))));
    flows.start(job, told);
    Process main = started(Srt.send(Srt.call(port)));
    started(Srt.send(Srt.call(backup)));
    await()
        .atMost(PATIENCE)
        .until(() -> health().connected() && flows.health("flow", "backup").get().connected());

    main.destroyForcibly();

    await().atMost(PATIENCE).until(() -> !health().connected());
    assertThat(Srt.pictures(started(Srt.receive(Srt.call(out), 2)))).isGreaterThan(10);
  }

  private FlowSource listener(@Nullable Passphrase passphrase) {
    return new FlowSource("in", end(new SrtEnd.Listener(port, HERE), passphrase));
  }

  private static FlowJob job(FlowSource source, FlowOutput... outputs) {
    return new FlowJob("flow", List.of(source), Arrays.asList(outputs));
  }

  private static SrtEnd end(SrtEnd.Role role, @Nullable Passphrase passphrase) {
    return new SrtEnd(role, passphrase, Duration.ofMillis(120));
  }

  private SourceHealth health() {
    return flows.health("flow", "in").orElseThrow();
  }

  private Process started(Process process) {
    processes.add(process);
    return process;
  }

  private static boolean isSrt(ProcessHandle process) {
    return Arrays.stream(process.info().arguments().orElse(new String[0]))
        .anyMatch(argument -> argument.startsWith("srt:"));
  }

  private static @Nullable Path configured() {
    String path = System.getenv("AWS_LOCAL_FFMPEG");
    return path == null ? null : Path.of(path);
  }
}
