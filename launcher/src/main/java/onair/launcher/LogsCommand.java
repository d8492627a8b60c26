package onair.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the end of one service's log, or of all. */
@Command(
    name = "logs",
    description = "The end of a service's log, or of every log.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", description = "A service as 'status' names it.")
  private @Nullable String service;

  @Option(
      names = {"-n", "--lines"},
      description = "How many lines (${DEFAULT-VALUE}).",
      defaultValue = "100")
  private int lines;

  @Override
  public Integer call() throws IOException {
    Home home = Launcher.home();
    List<Path> logs;
    try (Stream<Path> all = Files.list(home.logs())) {
      logs =
          all.filter(
                  log -> service == null || log.getFileName().toString().equals(service + ".log"))
              .sorted()
              .toList();
    }
    if (logs.isEmpty()) {
      throw new LauncherException(
          "There is no log"
              + (service == null ? "" : " of '" + service + "'")
              + " in "
              + home.logs());
    }
    for (Path log : logs) {
      System.out.println("==> " + log.getFileName());
      List<String> text = Files.readAllLines(log);
      text.subList(Math.max(0, text.size() - lines), text.size()).forEach(System.out::println);
    }
    return 0;
  }
}
