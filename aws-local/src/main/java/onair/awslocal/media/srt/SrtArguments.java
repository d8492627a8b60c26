package onair.awslocal.media.srt;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.SrtEnd;

/**
 * Says in ffmpeg's words what one end of SRT does: bytes pass as they are. A pure function. The
 * passphrase is an option and no part of the address, because ffmpeg shows addresses when something
 * is wrong with them.
 */
final class SrtArguments {

  /** The most that live mode can carry, whatever the sender packs its stream in. */
  private static final String LARGEST_PAYLOAD = "1456";

  private SrtArguments() {}

  /**
   * What arrives comes out of standard output.
   *
   * @param port on 127.0.0.1 to listen on or to call
   */
  static List<String> receive(SrtEnd end, int port) {
    List<String> arguments = new ArrayList<>(common());
    arguments.addAll(encryption(end));
    arguments.addAll(List.of("-payload_size", LARGEST_PAYLOAD));
    arguments.addAll(List.of("-f", "data", "-i", address(end, port)));
    arguments.addAll(List.of("-map", "0", "-c", "copy", "-flush_packets", "1"));
    arguments.addAll(List.of("-f", "data", "pipe:1"));
    return arguments;
  }

  /** What goes into standard input is sent, seven packets to a datagram. */
  static List<String> send(SrtEnd end, int port) {
    List<String> arguments = new ArrayList<>(common());
    arguments.addAll(List.of("-f", "data", "-i", "pipe:0"));
    arguments.addAll(List.of("-map", "0", "-c", "copy", "-flush_packets", "0"));
    arguments.addAll(encryption(end));
    arguments.addAll(List.of("-f", "data", address(end, port)));
    return arguments;
  }

  private static List<String> common() {
    return List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning");
  }

  private static List<String> encryption(SrtEnd end) {
    Passphrase passphrase = end.passphrase();
    return passphrase == null
        ? List.of()
        : List.of(
            "-passphrase", passphrase.text(), "-pbkeylen", Integer.toString(passphrase.keyBytes()));
  }

  private static String address(SrtEnd end, int port) {
    String mode =
        switch (end.role()) {
          case SrtEnd.Listener listener -> "listener";
          case SrtEnd.Caller caller -> "caller" + streamId(caller);
        };
    long microseconds = end.latency().toNanos() / 1_000;
    return "srt://127.0.0.1:%d?latency=%d&mode=%s".formatted(port, microseconds, mode);
  }

  private static String streamId(SrtEnd.Caller caller) {
    String id = caller.streamId();
    return id == null || id.isEmpty()
        ? ""
        : "&streamid=" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
