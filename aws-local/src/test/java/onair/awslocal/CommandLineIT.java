package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/aws-local.md} tells people to type, typed into a real shell with the AWS CLI.
 */
class CommandLineIT {

  private static final long PATIENCE_SECONDS = 150;

  @TempDir Path folder;

  @Test
  void everyCommandOfThePageWorksAndPrintsWhatThePageSays() throws Exception {
    AwsLocalConfig config = AwsLocalConfig.forTests(folder.resolve("data"));
    try (AwsLocal aws = AwsLocal.start(config)) {
      ConsolePage page =
          ConsolePage.read(Path.of("..", "docs", "aws-local.md"))
              .at("127.0.0.1:4566", aws.endpoint().getAuthority())
              .at("127.0.0.1:8090", aws.edge().getAuthority())
              .at("127.0.0.1:1935", aws.ingest().getAuthority());
      assertThat(page.commands()).hasSizeGreaterThan(20);

      List<String> printed = type(page.commands());

      for (int i = 0; i < page.commands().size(); i++) {
        ConsolePage.Command command = page.commands().get(i);
        String actual = i < printed.size() ? printed.get(i) : "(it never ended)";
        if (!command.prints(actual)) {
          fail(
              "$ %s%nprints%n%s%nnot%n%s",
              command.script(), actual, String.join("\n", command.output()));
        }
      }
    }
  }

  /** What each command printed, to its output or its errors, as far as the shell came. */
  private List<String> type(List<ConsolePage.Command> commands) throws Exception {
    StringBuilder script = new StringBuilder("trap 'kill $(jobs -p) 2>/dev/null' EXIT\n");
    for (int i = 0; i < commands.size(); i++) {
      script.append("exec >out-%d 2>&1%n%s%n".formatted(i, commands.get(i).script()));
    }
    script.append("exec >out-%d 2>&1%n".formatted(commands.size()));
    Path file = Files.writeString(folder.resolve("page.sh"), script);
    Process shell =
        new ProcessBuilder("bash", file.toString()).directory(folder.toFile()).inheritIO().start();
    try {
      shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      shell.descendants().forEach(ProcessHandle::destroy);
      shell.destroyForcibly();
    }
    List<String> printed = new ArrayList<>();
    for (int i = 0; Files.exists(folder.resolve("out-" + (i + 1))); i++) {
      printed.add(Files.readString(folder.resolve("out-" + i)));
    }
    return printed;
  }
}
