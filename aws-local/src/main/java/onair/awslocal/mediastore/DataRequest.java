package onair.awslocal.mediastore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * A call about objects.
 *
 * @param key decoded; empty for the container
 * @param body to be read once
 */
record DataRequest(String method, String key, HttpFields headers, Fields query, InputStream body) {

  /** The longest object there may be. */
  static final int MOST_BYTES = 25 * 1024 * 1024;

  static DataRequest of(Request request, String key, SignedBody body) {
    return new DataRequest(
        request.getMethod(),
        key,
        HttpFields.build(request.getHeaders()).asImmutable(),
        Request.extractQueryParameters(request),
        body.bytes());
  }

  /** The same with its body in memory, so that it can be answered when its connection is gone. */
  DataRequest held() {
    try {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      return new DataRequest(method, key, headers, query, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What MediaStore calls it. */
  String operation() {
    return switch (method) {
      case "PUT" -> "PutObject";
      case "GET" -> key.isEmpty() ? "ListItems" : "GetObject";
      case "HEAD" -> "DescribeObject";
      case "DELETE" -> "DeleteObject";
      default ->
          throw new DataRefused(405, "MethodNotAllowedException", "MediaStore has no such call");
    };
  }
}
