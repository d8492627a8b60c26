package onair.account.session;

import jakarta.servlet.http.HttpServletRequest;
import onair.common.web.ClientAddress;

/**
 * Where somebody signs in from.
 *
 * @param address of the browser, as the gateway saw it
 * @param userAgent what the browser says it is; at most 255 characters of it; empty when it says
 *     nothing
 */
public record Browser(String address, String userAgent) {

  private static final int LONGEST = 255;

  public static Browser of(HttpServletRequest request) {
    String said = request.getHeader("User-Agent");
    String userAgent = said == null ? "" : said;
    return new Browser(
        ClientAddress.of(request), userAgent.substring(0, Math.min(LONGEST, userAgent.length())));
  }
}
