package onair.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import onair.launcher.Ports.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void makeHome() {
    home = new Home(folder.resolve("home"));
  }

  @Test
  void hasTheStandardPortsUnlessTold() {
    Ports ports = Ports.of(home, Map.of());

    assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
    assertThat(ports.of(Part.ACCOUNT)).isEqualTo(8081);
    assertThat(ports.of(Part.CHANNEL)).isEqualTo(8082);
    assertThat(ports.of(Part.DELIVERY)).isEqualTo(8083);
    assertThat(ports.of(Part.AWS)).isEqualTo(4566);
    assertThat(ports.of(Part.EDGE)).isEqualTo(8090);
    assertThat(ports.of(Part.RTMP)).isEqualTo(1935);
    assertThat(ports.of(Part.POSTGRES)).isEqualTo(5433);
  }

  @Test
  void prefersTheEnvironmentToTheFile() throws IOException {
    Files.writeString(home.config(), "port.gateway=9001\nport.edge=9002\n");

    Ports ports = Ports.of(home, Map.of("ONAIR_PORT_GATEWAY", "9003"));

    assertThat(ports.of(Part.GATEWAY)).isEqualTo(9003);
    assertThat(ports.of(Part.EDGE)).isEqualTo(9002);
  }

  @Test
  void picksDifferentFreePortsForZero() {
    Ports ports =
        Ports.of(
            home,
            Map.of("ONAIR_PORT_GATEWAY", "0", "ONAIR_PORT_EDGE", "0", "ONAIR_PORT_RTMP", "0"));

    assertThat(Arrays.asList(ports.of(Part.GATEWAY), ports.of(Part.EDGE), ports.of(Part.RTMP)))
        .doesNotHaveDuplicates()
        .allMatch(port -> port > 1024);
  }

  @Test
  void refusesWhatIsNoPortNamingTheVariable() {
    assertThatThrownBy(() -> Ports.of(home, Map.of("ONAIR_PORT_EDGE", "seven")))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("ONAIR_PORT_EDGE")
        .hasMessageContaining("seven");
    assertThatThrownBy(() -> Ports.of(home, Map.of("ONAIR_PORT_EDGE", "70000")))
        .hasMessageContaining("70000");
  }

  @Test
  void namesATakenPortAndHowToChooseAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports =
          Ports.of(home, Map.of("ONAIR_PORT_RTMP", Integer.toString(taken.getLocalPort())));

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (rtmp) is taken")
          .hasMessageContaining("ONAIR_PORT_RTMP")
          .hasMessageContaining("port.rtmp");
    }
  }
}
