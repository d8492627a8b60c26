package onair.awslocal.media.srt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** SRT as the world speaks it: ffmpeg as a sender and as a receiver. */
public final class Srt {

  private Srt() {}

  /** A UDP port that is free now. */
  public static int freePort() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static boolean isFree(int port) {
    try (DatagramSocket socket = new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** A caller of this port on this machine. */
  public static String call(int port, String... options) {
    return address(port, "caller", options);
  }

  public static String listen(int port, String... options) {
    return address(port, "listener", options);
  }

  private static String address(int port, String mode, String... options) {
    StringBuilder address = new StringBuilder("srt://127.0.0.1:%d?mode=%s".formatted(port, mode));
    for (String option : options) {
      address.append('&').append(option);
    }
    return address.toString();
  }

  /** Sends small pictures, a keyframe each second, and a tone, in real time. */
  public static Process send(String address) {
    return start(
        "-re -f lavfi -i testsrc2=size=320x180:rate=15 -f lavfi -i sine=sample_rate=48000"
            + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 15 -c:a aac -f mpegts "
            + address);
  }

  /** As {@link #send}, without sound. */
  public static Process sendSilent(String address) {
    return start(
        "-re -f lavfi -i testsrc2=size=320x180:rate=15"
            + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 15 -f mpegts "
            + address);
  }

  /** Says a line for each picture it decodes, of so many seconds. */
  public static Process receive(String address, int seconds) {
    return start("-i " + address + " -map 0:v -t " + seconds + " -f framecrc -");
  }

  /** Pictures decoded until the receiver ends, which it does within 40 seconds. */
  public static long pictures(Process receiver) throws IOException {
    CompletableFuture.delayedExecutor(40, TimeUnit.SECONDS).execute(receiver::destroyForcibly);
    try (var lines = receiver.inputReader()) {
      return lines.lines().filter(line -> !line.startsWith("#")).count();
    }
  }

  /** Whether it ended by itself, with an error. */
  public static boolean failed(Process process) throws InterruptedException {
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() != 0;
  }

  private static Process start(String arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "fatal"));
    command.addAll(List.of(arguments.split(" ")));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
