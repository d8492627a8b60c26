package onair.awslocal.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers as they go over the wire. */
final class S3Answers {

  private S3Answers() {}

  /** The error document. */
  static S3Response failure(S3Failure failure, S3Request request, String requestId) {
    return S3Response.xml(
        failure.status(),
        S3Xml.document(
            "Error",
            xml ->
                xml.text("Code", failure.code())
                    .text("Message", String.valueOf(failure.getMessage()))
                    .text("Resource", "/" + request.bucket() + "/" + request.key())
                    .text("RequestId", requestId)));
  }

  static void send(S3Response answer, boolean head, Response response, Callback callback)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    S3Response.Body body = answer.body();
    if (answer.status() != 204 && answer.status() != 304) {
      response.getHeaders().put("Content-Length", answer.length());
    }
    if (head || body == null) {
      response.write(true, null, callback);
      return;
    }
    try (InputStream in = body.open();
        OutputStream out = Content.Sink.asOutputStream(response)) {
      copy(in, out, answer.length());
    }
    callback.succeeded();
  }

  /** Sends as much as a server that dies in the middle of it. */
  static void tear(S3Response answer, boolean head, Response response) throws IOException {
    S3Response.Body body = answer.body();
    if (body == null || head) {
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put("Content-Length", answer.length());
    try (InputStream in = body.open()) {
      OutputStream out = Content.Sink.asOutputStream(response); // not closed: that would end it
      copy(in, out, answer.length() / 2);
      out.flush();
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = length;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("The object is shorter than its row says.");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }
}
