package onair.common.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address a request came from, as the gateway saw it. A service is reached by the gateway only,
 * whose token stands in the same request; that is why the header is believed. The gateway drops
 * whatever a caller puts there.
 */
public final class ClientAddress {

  /** Set by the gateway on every request: an IPv4 or IPv6 address without port or zone. */
  public static final String HEADER = "OnAir-Client-Address";

  private ClientAddress() {}

  /** The address in text; the other end of the connection where no gateway stands in between. */
  public static String of(HttpServletRequest request) {
    String told = request.getHeader(HEADER);
    return told == null || told.isBlank() ? request.getRemoteAddr() : told;
  }
}
