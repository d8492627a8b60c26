package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process killed with SIGKILL in the middle of writing. */
class KilledWriterTest {

  @TempDir Path folder;

  @RepeatedTest(3)
  void everyRowIsAsItWasOrAsItBecame() throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = 0;
    try (BufferedReader output = writer.inputReader()) {
      while (said < 20) {
        said = Integer.parseInt(output.readLine());
      }
      assertThat(writer.toHandle().destroyForcibly()).isTrue(); // leaves the output readable
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said = Integer.parseInt(line);
      }
    }
    assertThat(writer.waitFor()).isEqualTo(137);
    try (StateStore store = new StateStore(folder)) {
      Table<KilledWriter.Count> counts =
          store.table("counts", Codecs.json(KilledWriter.Count.class));
      int last = said;
      assertThat(counts.list())
          .hasSize(KilledWriter.ROWS)
          .allSatisfy(
              count -> {
                assertThat(count.value()).isBetween(last, last + 2);
                assertThat(count.filling()).hasSize(count.value() % 977);
              });
    }
  }
}
