package onair.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops the platform wherever it was started. */
@Command(
    name = "down",
    description = "Stop the platform; its data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    Home home = Launcher.home();
    if (!RunningPlatform.isUp(home)) {
      System.out.println("OnAir is not running.");
      return 0;
    }
    long pid = PlatformStatus.read(home).pid();
    ProcessHandle launcher =
        ProcessHandle.of(pid)
            .orElseThrow(
                () ->
                    new LauncherException(
                        "Process "
                            + pid
                            + " holds the lock but cannot be seen; is it another user's?"));
    launcher.destroy();
    try {
      launcher.onExit().get(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LauncherException(
          "Process " + pid + " did not end within 60 s; see " + home.log("launcher"), e);
    }
    System.out.println("OnAir is down.");
    return 0;
  }
}
