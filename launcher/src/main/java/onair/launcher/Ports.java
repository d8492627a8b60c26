package onair.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Which TCP port each part listens on. All are on the loopback address. */
public final class Ports {

  /** A part that listens, with the port it has unless told otherwise. */
  public enum Part {
    GATEWAY(8080),
    ACCOUNT(8081),
    CHANNEL(8082),
    DELIVERY(8083),
    VOD(8084),
    ADS(8085),
    AWS(4566),
    EDGE(8090),
    RTMP(1935),
    POSTGRES(5433);

    private final int standard;

    Part(int standard) {
      this.standard = standard;
    }

    String variable() {
      return "ONAIR_PORT_" + name();
    }

    String property() {
      return "port." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Part, Integer> numbers;

  private Ports(Map<Part, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads the ports: environment variable {@code ONAIR_PORT_<PART>} first, then {@code port.<part>}
   * in {@code .onair/config.properties}, then the standard one. {@code 0} takes any free port.
   *
   * @throws LauncherException when a value is no port number
   */
  public static Ports of(Home home, Map<String, String> environment) {
    Properties file = new Properties();
    if (Files.exists(home.config())) {
      try (Reader in = Files.newBufferedReader(home.config())) {
        file.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<Part, Integer> numbers = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String text =
          environment.getOrDefault(
              part.variable(), file.getProperty(part.property(), "" + part.standard));
      numbers.put(part, number(part, text.strip()));
    }
    fillZeroes(numbers);
    return new Ports(numbers);
  }

  /** The port of a part, 1 to 65535. */
  public int of(Part part) {
    return numbers.getOrDefault(part, part.standard);
  }

  /**
   * Makes sure that nothing listens on these ports yet.
   *
   * @throws LauncherException naming each taken port and how to choose another
   */
  void requireFree() {
    List<String> taken = new ArrayList<>();
    numbers.forEach(
        (part, port) -> {
          if (!isFree(port)) {
            taken.add(
                "Port %d (%s) is taken by another program: stop that one, or choose another port with %s=… or %s=… in .onair/config.properties."
                    .formatted(
                        port,
                        part.name().toLowerCase(Locale.ROOT),
                        part.variable(),
                        part.property()));
          }
        });
    if (!taken.isEmpty()) {
      throw new LauncherException(String.join(System.lineSeparator(), taken));
    }
  }

  private static int number(Part part, String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= 65535) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new LauncherException(
          "%s must be a port number, 0 to 65535, but is '%s'.".formatted(part.variable(), text), e);
    }
    throw new LauncherException(
        "%s must be a port number, 0 to 65535, but is '%s'.".formatted(part.variable(), text));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** All free ports are held open together, so that no two parts get the same one. */
  private static void fillZeroes(Map<Part, Integer> numbers) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Map.Entry<Part, Integer> entry : numbers.entrySet()) {
        if (entry.getValue() == 0) {
          ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          held.add(socket);
          entry.setValue(socket.getLocalPort());
        }
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
