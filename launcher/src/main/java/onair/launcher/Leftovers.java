package onair.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of this home that outlived their launcher, because it was killed hard. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Ends them by pid; only processes that carry this home's own marker on their command line are
   * touched.
   */
  static void end(Home home, Progress progress) throws InterruptedException {
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses()
            .filter(process -> process.pid() != ProcessHandle.current().pid())
            .filter(process -> isOurs(process, home))
            .filter(process -> process.parent().map(parent -> !isOurs(parent, home)).orElse(true))
            .filter(process -> !isLauncher(process))
            .toList();
    if (!orphans.isEmpty()) {
      progress.step("ending " + orphans.size() + " processes that an interrupted run left behind");
    }
    for (ProcessHandle orphan : orphans) {
      orphan.destroy();
      try {
        orphan.onExit().get(15, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        orphan.destroyForcibly();
      }
    }
  }

  private static boolean isOurs(ProcessHandle process, Home home) {
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(home.marker()))
        .orElse(false);
  }

  private static boolean isLauncher(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(Launcher.class.getName()))
        .orElse(false);
  }
}
