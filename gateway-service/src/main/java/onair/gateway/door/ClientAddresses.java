package onair.gateway.door;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request comes from: the other end of its connection, or, when that is a proxy we trust,
 * what the proxies say in {@code X-Forwarded-For}, read from the right until somebody we do not
 * trust is named. What stands further left anybody could have written.
 */
public final class ClientAddresses {

  /** The header that tells services the address; a caller's own is dropped. */
  public static final String HEADER = "OnAir-Client-Address";

  private static final String FORWARDED = "X-Forwarded-For";
  private static final String UNKNOWN = "0.0.0.0";
  private static final String ATTRIBUTE = ClientAddresses.class.getName();

  private final List<IpSubnetFilterRule> trusted;

  ClientAddresses(DoorProperties properties) {
    this.trusted = properties.trustedProxies().stream().map(ClientAddresses::rule).toList();
  }

  /** The address of a request, as text without port or zone. */
  public String of(ServerWebExchange exchange) {
    return Objects.requireNonNull(
        (String)
            exchange
                .getAttributes()
                .computeIfAbsent(ATTRIBUTE, name -> textOf(find(exchange.getRequest()))));
  }

  private @Nullable InetAddress find(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    List<String> named =
        request.getHeaders().getOrEmpty(FORWARDED).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .toList();
    for (int i = named.size() - 1; i >= 0 && address != null && isTrusted(address); i--) {
      byte[] bytes = NetUtil.createByteArrayFromIpAddressString(named.get(i));
      if (bytes == null) {
        return address;
      }
      address = addressOf(bytes);
    }
    return address;
  }

  private boolean isTrusted(InetAddress address) {
    var socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  private static InetAddress addressOf(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException impossible) {
      throw new IllegalStateException("These bytes are an address", impossible);
    }
  }

  private static String textOf(@Nullable InetAddress address) {
    return address == null ? UNKNOWN : NetUtil.toAddressString(address);
  }

  private static IpSubnetFilterRule rule(String range) {
    int slash = range.indexOf('/');
    return new IpSubnetFilterRule(
        range.substring(0, slash),
        Integer.parseInt(range.substring(slash + 1)),
        IpFilterRuleType.ACCEPT);
  }
}
