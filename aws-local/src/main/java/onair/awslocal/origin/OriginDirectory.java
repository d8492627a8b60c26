package onair.awslocal.origin;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The origins of this machine by host name. Host names are compared without case and without a
 * port.
 */
public final class OriginDirectory {

  private final Map<String, OriginHandler> handlers = new ConcurrentHashMap<>();

  /** Adds or replaces. */
  public void register(String host, OriginHandler handler) {
    handlers.put(normal(host), handler);
  }

  public void unregister(String host) {
    handlers.remove(normal(host));
  }

  public boolean serves(String host) {
    return handlers.containsKey(normal(host));
  }

  /** The handler's answer, or 502 when no origin has that name. */
  public OriginResponse fetch(String host, OriginRequest request) {
    OriginHandler handler = handlers.get(normal(host));
    return handler == null
        ? OriginResponse.refusal(502, "No origin named " + host)
        : handler.handle(request);
  }

  private static String normal(String host) {
    int port = host.lastIndexOf(':');
    String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return name.toLowerCase(Locale.ROOT);
  }
}
