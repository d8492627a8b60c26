package onair.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what runs. Exit code 0 when everything is ready, 3 when not. */
@Command(name = "status", description = "What is running.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Machine-readable.")
  private boolean json;

  @Override
  public Integer call() {
    Home home = Launcher.home();
    PlatformStatus status =
        RunningPlatform.isUp(home) ? PlatformStatus.read(home) : PlatformStatus.down();
    boolean ready =
        status.state().equals("up")
            && status.services().stream().allMatch(service -> service.state().equals("ready"));
    if (json) {
      System.out.println(status.toJson());
      return ready ? 0 : 3;
    }
    System.out.println(
        "OnAir is " + status.state() + (status.url().isEmpty() ? "" : " at " + status.url()));
    for (PlatformStatus.Service service : status.services()) {
      System.out.printf(
          "  %-18s %-11s pid %-8d restarts %d%n",
          service.name(), service.state(), service.pid(), service.restarts());
    }
    return ready ? 0 : 3;
  }
}
