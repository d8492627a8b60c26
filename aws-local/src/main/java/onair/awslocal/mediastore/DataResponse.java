package onair.awslocal.mediastore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import onair.awslocal.protocol.CallOutcome;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What MediaStore Data answers.
 *
 * @param length of the body in bytes, told even when none is sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DataResponse(int status, Map<String, String> headers, long length, byte[] body)
    implements CallOutcome.Answer {

  private static final JsonMapper JSON = new JsonMapper();

  static DataResponse json(int status, Map<String, Object> body) {
    byte[] bytes = JSON.writeValueAsBytes(body);
    return new DataResponse(
        status, Map.of("Content-Type", "application/json"), bytes.length, bytes);
  }

  static DataResponse of(DataRefused refused) {
    byte[] bytes = JSON.writeValueAsBytes(Map.of("Message", String.valueOf(refused.getMessage())));
    return new DataResponse(
        refused.status(),
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", refused.code()),
        bytes.length,
        bytes);
  }

  void send(boolean head, Response response, Callback callback) {
    head(response);
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  /** Sends as much as a server that dies in the middle of it. */
  void tear(boolean head, Response response) throws IOException {
    if (head) {
      return;
    }
    head(response);
    try (Blocker.Callback sent = Blocker.callback()) {
      response.write(false, ByteBuffer.wrap(body, 0, body.length / 2), sent);
      sent.block();
    }
  }

  private void head(Response response) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::put);
    response.getHeaders().put("Content-Length", length);
  }
}
