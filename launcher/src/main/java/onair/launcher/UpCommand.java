package onair.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform, in this terminal or in the background. */
@Command(
    name = "up",
    description = "Start the platform; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(names = "--detach", description = "Start it in the background and return when it is up.")
  private boolean detach;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return detach ? inBackground() : inForeground();
  }

  private static int inForeground() throws InterruptedException {
    Home home = Launcher.home();
    System.out.println("Starting OnAir");
    RunningPlatform platform =
        RunningPlatform.start(
            Installation.current(),
            home,
            Ports.of(home, System.getenv()),
            new Progress(System.out));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("Stopping OnAir");
                  platform.close();
                  stopped.countDown();
                }));
    System.out.println(Addresses.of(platform.localEnv(), new Secrets(home)).text());
    System.out.println("Ctrl-C stops it.");
    stopped.await();
    return 0;
  }

  /** A launcher of its own, in its own session, whose progress is shown until it is up. */
  private static int inBackground() throws IOException, InterruptedException {
    Home home = Launcher.home();
    if (RunningPlatform.isUp(home)) {
      throw new LauncherException(
          "OnAir is already running here (process %d). './onair status' shows it, './onair down' stops it."
              .formatted(PlatformStatus.read(home).pid()));
    }
    Path log = home.log("launcher");
    Files.deleteIfExists(log);
    Process launcher =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int shown = 0;
    while (true) {
      boolean ended = launcher.waitFor(200, TimeUnit.MILLISECONDS);
      String text = Files.readString(log);
      System.out.print(text.substring(shown));
      shown = text.length();
      if (ended) {
        return 1;
      }
      if (PlatformStatus.read(home).pid() == launcher.pid()
          && PlatformStatus.read(home).state().equals("up")
          && text.contains("Ctrl-C")) {
        System.out.println(
            "It runs in the background: './onair status' shows it, './onair down' stops it.");
        return 0;
      }
    }
  }

  private static List<String> command() {
    Installation installation = Installation.current();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        List.of(
            installation.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-Dlogback.configurationFile=launcher-logback.xml",
            "-Donair.root=" + installation.root(),
            "-cp",
            installation.launcherClasspath(),
            Launcher.class.getName(),
            "up"));
    return command;
  }
}
