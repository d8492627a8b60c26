package onair.awslocal.edge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that a signer may have meant by a request. On this machine a distribution is reached by
 * an address and without TLS, while signers name it by its domain name and {@code https}; both
 * count.
 */
final class SignedUrls {

  private SignedUrls() {}

  static List<String> of(Request request, EdgeDistribution distribution) {
    String sent = request.getHeaders().get(HttpHeader.HOST);
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(distribution.domainName());
    hosts.addAll(distribution.aliases());
    if (sent != null) {
      hosts.add(sent);
    }
    String rest = request.getHttpURI().getPath() + query(request.getHttpURI().getQuery());
    return Stream.of("https://", "http://")
        .flatMap(scheme -> hosts.stream().map(host -> scheme + host + rest))
        .toList();
  }

  /** As it was sent, but for the parameters of the signature. */
  private static String query(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    String kept =
        Stream.of(raw.split("&"))
            .filter(pair -> !ViewerSignature.PARAMETERS.contains(pair.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
