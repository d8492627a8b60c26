package onair.launcher;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line behind {@code ./onair}: {@code demo}, {@code up}, {@code down}, {@code status},
 * {@code logs}.
 */
@Command(
    name = "onair",
    description = "Live streaming on AWS Media Services, on your machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class
    })
public final class Launcher {
  private Launcher() {}

  /**
   * Runs one command and exits with 0, with 1 for what the user can mend, with 2 for a wrong
   * command line.
   */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Launcher());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof LauncherException) {
            command.getErr().println(failure.getMessage());
            return 1;
          }
          throw failure;
        });
    System.exit(line.execute(arguments));
  }

  static Home home() {
    String folder = System.getenv("ONAIR_HOME");
    return new Home(
        folder == null || folder.isBlank()
            ? Installation.current().root().resolve(".onair")
            : Path.of(folder));
  }
}
