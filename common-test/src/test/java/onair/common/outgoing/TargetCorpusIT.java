package onair.common.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that must never be called, against a listener on every address of this machine. The
 * client is the most permissive there is: any port, http too. What refuses is the network alone.
 */
class TargetCorpusIT {

  private static RawServer trap;
  private static GuardedClient client;
  private static TargetCheck check;

  @BeforeAll
  static void listenOnEveryAddress() throws IOException {
    trap = RawServer.trap();
    OutgoingProperties permissive =
        Clients.properties("plain-http=true", "ports=", "connect-timeout=500ms");
    var names =
        new Clients.Names()
            .with("loopback.example.com", "127.0.0.1")
            .with("loopback6.example.com", "::1")
            .with("mapped.example.com", "::ffff:127.0.0.1")
            .with("private.example.com", "10.1.2.3")
            .with("metadata.google.internal", "169.254.169.254")
            .with("mixed.example.com", "93.184.216.34", "127.0.0.1")
            .with("mixed6.example.com", "2606:4700::1111", "::1")
            .with("nat64.example.com", "64:ff9b::7f00:1")
            .with("sixtofour.example.com", "2002:7f00:1::")
            .with("anything.localtest.me", "127.0.0.1")
            .with("127.0.0.1.nip.io", "127.0.0.1")
            .with("xn--strae-oqa.example.com", "192.168.1.1")
            .with("service.namespace.svc.cluster.local", "10.96.0.1")
            .with("rebinds.example.com", "127.0.0.1");
    check = new TargetCheck(permissive, names);
    client = Clients.client(permissive, names);
  }

  @AfterAll
  static void close() throws IOException {
    client.close();
    trap.close();
  }

  static Stream<String> targets() {
    return Stream.of(
            // this machine, written in every way
            "http://127.0.0.1:{port}/",
            "http://127.0.0.2:{port}/",
            "http://127.1:{port}/",
            "http://127.0.1:{port}/",
            "http://127.255.255.254:{port}/",
            "http://0.0.0.0:{port}/",
            "http://0:{port}/",
            "http://2130706433:{port}/",
            "http://017700000001:{port}/",
            "http://0177.0.0.1:{port}/",
            "http://0177.0.0.01:{port}/",
            "http://127.0.0.01:{port}/",
            "http://127.000.000.001:{port}/",
            "http://0x7f000001:{port}/",
            "http://0x7f.0.0.1:{port}/",
            "http://0x7f.1:{port}/",
            "http://127.0.0.1.:{port}/",
            "http://%31%32%37.0.0.1:{port}/",
            "http://127。0。0。1:{port}/",
            "http://①②⑦.0.0.1:{port}/",
            "http://localhost:{port}/",
            "http://LOCALHOST:{port}/",
            "http://localhost.:{port}/",
            "http://ｌocalhost:{port}/",
            "http://[::1]:{port}/",
            "http://[::]:{port}/",
            "http://[0:0:0:0:0:0:0:1]:{port}/",
            "http://[::127.0.0.1]:{port}/",
            "http://[::ffff:127.0.0.1]:{port}/",
            "http://[::ffff:7f00:1]:{port}/",
            "http://[0000::ffff:7f00:0001]:{port}/",
            "http://[::ffff:0:127.0.0.1]:{port}/",
            "http://[64:ff9b::127.0.0.1]:{port}/",
            "http://[64:ff9b::7f00:1]:{port}/",
            "http://[64:ff9b:1::7f00:1]:{port}/",
            "http://[2002:7f00:1::]:{port}/",
            "http://[2001:0:7f00:1::]:{port}/",
            "http://[fe80::1%25lo]:{port}/",
            "http://[fe80::1]:{port}/",
            "http://[fec0::1]:{port}/",
            "http://[::1%25lo]:{port}/",
            // inside networks
            "http://10.0.0.1:{port}/",
            "http://172.16.0.1:{port}/",
            "http://172.31.255.254:{port}/",
            "http://192.168.0.1:{port}/",
            "http://100.64.0.1:{port}/",
            "http://100.127.255.254:{port}/",
            "http://169.254.0.1:{port}/",
            "http://[fc00::1]:{port}/",
            "http://[fd12:3456::1]:{port}/",
            // where machines of a cloud tell their secrets
            "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
            "http://169.254.170.2/v2/credentials/",
            "http://[fd00:ec2::254]/latest/meta-data/",
            "http://[::ffff:169.254.169.254]/latest/meta-data/",
            "http://[2002:a9fe:a9fe::]/latest/meta-data/",
            "http://2852039166/latest/meta-data/",
            "http://0xa9fea9fe/latest/meta-data/",
            "http://0251.0376.0251.0376/latest/meta-data/",
            "http://100.100.100.200/latest/meta-data/",
            "http://168.63.129.16/metadata/instance",
            "http://192.0.0.192/latest/",
            "http://metadata.google.internal/computeMetadata/v1/",
            // reserved, documentation, many receivers
            "http://192.0.2.1/",
            "http://198.51.100.1/",
            "http://203.0.113.1/",
            "http://198.18.0.1/",
            "http://192.88.99.1/",
            "http://224.0.0.1/",
            "http://239.255.255.250:1900/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
            "http://[ff02::1]/",
            "http://[2001:db8::1]/",
            "http://[3fff::1]/",
            "http://[100::1]/",
            "http://[5f00::1]/",
            // names that lead there
            "http://loopback.example.com:{port}/",
            "http://loopback6.example.com:{port}/",
            "http://mapped.example.com:{port}/",
            "http://private.example.com:{port}/",
            "http://mixed.example.com:{port}/",
            "http://mixed6.example.com:{port}/",
            "http://nat64.example.com:{port}/",
            "http://sixtofour.example.com:{port}/",
            "http://anything.localtest.me:{port}/",
            "http://127.0.0.1.nip.io:{port}/",
            "http://xn--strae-oqa.example.com:{port}/",
            "http://service.namespace.svc.cluster.local:{port}/",
            // other schemes, users, and addresses two programs read differently
            "ftp://127.0.0.1:{port}/",
            "file:///etc/passwd",
            "gopher://127.0.0.1:{port}/_GET",
            "jar:http://127.0.0.1:{port}/a!/b",
            "ldap://127.0.0.1:{port}/",
            "dict://127.0.0.1:{port}/",
            "http:127.0.0.1:{port}/",
            "//127.0.0.1:{port}/",
            "/internal/credentials/verify",
            "http://user:password@127.0.0.1:{port}/",
            "http://example.com@127.0.0.1:{port}/",
            "http://127.0.0.1:{port}@example.com/",
            "http://example.com#@127.0.0.1:{port}/",
            "http://example.com\\@127.0.0.1:{port}/",
            "http://127.0.0.1:{port}\\.example.com/",
            "http://127.0.0.1\t:{port}/",
            "http://127.0.0.1:{port} /",
            "http://127.0.0.1%00.example.com:{port}/",
            "http://example.com:{port}:80/",
            "http://example.com:99999/",
            "http:///127.0.0.1:{port}/",
            "http://:{port}/",
            "http://",
            "")
        .map(target -> target.replace("{port}", Integer.toString(trap.port())));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void isNeitherStoredNorCalled(String target) {
    assertThat(check.violation("url", target))
        .hasValueSatisfying(
            violation -> {
              assertThat(violation.code()).isEqualTo("address_not_allowed");
              assertThat(violation.field()).isEqualTo("url");
            });
    assertThat(outcomeOf(target)).isIn("refused", "no address at all");
    assertThat(trap.connections()).isZero();
  }

  @Test
  void holdsAtLeastSixtyAddresses() {
    assertThat(targets().distinct().count()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void wouldSeeAConnection() throws IOException {
    try (RawServer same = RawServer.trap();
        GuardedClient allowed = Clients.ofThisMachine(new Clients.Names())) {
      URI target = URI.create("http://127.0.0.1:" + same.port() + "/");
      try {
        allowed.send(GuardedRequest.get(target, Map.of()));
      } catch (OutgoingFailed saysNothing) {
        assertThat(saysNothing.reason()).isEqualTo(OutgoingFailed.Reason.BROKEN);
      }
      assertThat(same.connections()).isEqualTo(1);
    }
  }

  @Test
  void takesWhatIsPublic() {
    var refused = new ArrayList<String>();
    for (String target :
        List.of(
            "https://93.184.216.34/hooks",
            "http://8.8.8.8:8080/",
            "https://[2606:4700:4700::1111]/",
            "https://172.15.255.255/",
            "https://172.32.0.1/",
            "https://100.63.255.255/",
            "https://100.128.0.1/",
            "https://169.253.0.1/",
            "https://192.167.255.255/")) {
      check.violation("url", target).ifPresent(violation -> refused.add(target));
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://192.168.1.1/reboot",
        "http://[::1]/",
        "http://localhost/",
        "http://router/",
        "http://router.local/",
        "http://a.localhost/",
        "http://10.0.0.1/",
        "http://2130706433/",
        "http://user@example.com/",
        "http://[::ffff:10.0.0.1]/",
        "http://metadata.google.internal/",
        "http://example.com:70000/",
        "mailto:a@example.com"
      })
  void isNotShownToViewersEither(String address) {
    assertThat(TargetCheck.mayBeShown(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com/spring?a=1#b",
        "http://example.com:8080/",
        "http://8.8.8.8/",
        "https://[2606:4700:4700::1111]/",
        "https://xn--strae-oqa.example.com/"
      })
  void isShownWhenItIsPublic(String address) {
    assertThat(TargetCheck.mayBeShown(URI.create(address))).isTrue();
  }

  private static String outcomeOf(String target) {
    try {
      return "answered " + client.send(GuardedRequest.get(new URI(target), Map.of())).status();
    } catch (URISyntaxException none) {
      return "no address at all";
    } catch (TargetRefused refused) {
      return "refused";
    } catch (OutgoingFailed failed) {
      return "tried: " + failed;
    }
  }
}
