package onair.awslocal.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import onair.awslocal.signature.SignableRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** Jetty's requests as those who signed them saw them. */
public final class Signables {

  private Signables() {}

  public static SignableRequest of(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT), value, (one, other) -> one + "," + other);
    }
    String path = request.getHttpURI().getPath();
    String query = request.getHttpURI().getQuery();
    return new SignableRequest(
        request.getMethod(),
        path == null || path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        headers);
  }
}
