package onair.awslocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of a page of documentation, from its blocks marked {@code console}: {@code $} begins
 * a command, {@code >} goes on with it, anything else is what it prints.
 *
 * @param commands in the order of the page
 */
record ConsolePage(List<Command> commands) {

  /** Stands for anything, also for lines when alone in one. */
  private static final String ANYTHING = "…";

  /**
   * One of them.
   *
   * @param script for a shell, perhaps of several lines
   * @param output the lines it prints, without those that do not matter
   */
  record Command(String script, List<String> output) {

    /** Whether this is what it was to print; nothing at all is only when nothing was to be. */
    boolean prints(String actual) {
      String pattern =
          output.stream()
              .map(
                  line ->
                      line.equals(ANYTHING)
                          ? "(?s:.*)"
                          : Stream.of(line.split(ANYTHING, -1))
                              .map(Pattern::quote)
                              .collect(Collectors.joining(".*")))
              .collect(Collectors.joining("\n"));
      return Pattern.compile(pattern).matcher(actual.strip()).matches();
    }
  }

  static ConsolePage read(Path page) throws IOException {
    List<Command> commands = new ArrayList<>();
    boolean inBlock = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        inBlock = line.equals("```console");
      } else if (inBlock && line.startsWith("$ ")) {
        commands.add(new Command(line.substring(2), new ArrayList<>()));
      } else if (inBlock && line.startsWith(">")) {
        Command command = commands.removeLast();
        String more = line.length() > 1 ? line.substring(2) : "";
        commands.add(new Command(command.script() + "\n" + more, command.output()));
      } else if (inBlock) {
        commands.getLast().output().add(line);
      }
    }
    return new ConsolePage(List.copyOf(commands));
  }

  /** The same with other addresses, in commands and in what they print. */
  ConsolePage at(String documented, String actual) {
    return new ConsolePage(
        commands.stream()
            .map(
                command ->
                    new Command(
                        command.script().replace(documented, actual),
                        command.output().stream()
                            .map(line -> Objects.requireNonNull(line).replace(documented, actual))
                            .toList()))
            .toList());
  }
}
