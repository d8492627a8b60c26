package onair.common.outgoing;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be called of what users name.
 *
 * @param plainHttp whether {@code http://} is allowed besides {@code https://}
 * @param ports that may be called; none for all
 * @param allowedNetworks ranges such as {@code 10.2.0.0/16} that may be called although they are
 *     not part of the public internet; for receivers on one's own network, and for tests
 * @param timeout longest time of a request, from the look-up of the name to the last byte
 * @param connectTimeout longest time to connect, and again to agree on TLS
 * @param lookupTimeout longest time to find the addresses of a name
 * @param maxBody bytes read of an answer; the rest is not waited for
 * @param maxConnections connections open at the same time
 * @param maxConnectionsPerHost of them to one host, so that a slow one cannot take them all
 */
@ConfigurationProperties("onair.outgoing")
record OutgoingProperties(
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue({"443", "8443"}) List<Integer> ports,
    @DefaultValue({}) List<String> allowedNetworks,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("2s") Duration lookupTimeout,
    @DefaultValue("64KB") DataSize maxBody,
    @DefaultValue("200") int maxConnections,
    @DefaultValue("20") int maxConnectionsPerHost) {

  OutgoingProperties {
    ports = List.copyOf(ports);
    allowedNetworks = List.copyOf(allowedNetworks);
    require(
        ports.stream().allMatch(port -> port > 0 && port < 65536),
        "ports must be from 1 to 65535, not " + ports);
    allowedNetworks.forEach(OutgoingProperties::requireRange);
    require(timeout.isPositive(), "timeout must be longer than nothing, not " + timeout);
    require(
        connectTimeout.isPositive(),
        "connect-timeout must be longer than nothing, not " + connectTimeout);
    require(
        lookupTimeout.isPositive(),
        "lookup-timeout must be longer than nothing, not " + lookupTimeout);
    require(
        maxBody.toBytes() >= 0 && maxBody.toMegabytes() <= 64,
        "max-body must be 0B to 64MB, not " + maxBody);
    require(
        maxConnectionsPerHost >= 1 && maxConnections >= maxConnectionsPerHost,
        "max-connections-per-host must be from 1 to max-connections, not " + maxConnectionsPerHost);
  }

  private static void requireRange(String range) {
    try {
      NetworkRange.of(range);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "onair.outgoing.allowed-networks must be ranges like 10.2.0.0/16, not " + range, none);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.outgoing." + otherwise);
    }
  }
}
