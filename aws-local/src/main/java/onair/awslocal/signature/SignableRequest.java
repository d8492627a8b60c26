package onair.awslocal.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is made over, but for the body.
 *
 * @param path raw, as in the request line
 * @param query raw, without the question mark
 * @param headers by lower-case name; repeated ones joined by commas
 */
public record SignableRequest(
    String method, String path, String query, Map<String, String> headers) {

  /** A parameter of the query, decoded. */
  record Parameter(byte[] name, byte[] value) {

    boolean isNamed(String wanted) {
      return new String(name, StandardCharsets.UTF_8).equals(wanted);
    }

    String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  public SignableRequest {
    headers = Map.copyOf(headers);
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The first parameter of that name, or null. */
  @Nullable String parameter(String name) {
    return parameters().stream()
        .filter(parameter -> parameter.isNamed(name))
        .findFirst()
        .map(Parameter::text)
        .orElse(null);
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    int begin = 0;
    while (begin < query.length()) {
      int and = query.indexOf('&', begin);
      int end = and < 0 ? query.length() : and;
      if (end > begin) {
        String pair = query.substring(begin, end);
        int equals = pair.indexOf('=');
        parameters.add(
            new Parameter(
                PercentCode.decode(equals < 0 ? pair : pair.substring(0, equals)),
                PercentCode.decode(equals < 0 ? "" : pair.substring(equals + 1))));
      }
      begin = end + 1;
    }
    return parameters;
  }
}
