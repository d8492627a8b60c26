package onair.common.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What a caller was told, to be told again byte for byte. */
record Reply(int status, Map<String, String> headers, byte[] body) {

  /** Headers that belong to the answer; others belong to the connection or the moment. */
  private static final List<String> KEPT =
      List.of("Content-Type", "Location", "Operation-Location", "ETag", "Cache-Control");

  static Reply of(ContentCachingResponseWrapper response) {
    var headers = new LinkedHashMap<String, String>();
    for (String name : KEPT) {
      String value =
          name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new Reply(response.getStatus(), headers, response.getContentAsByteArray());
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  void replay(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setHeader("Idempotent-Replayed", "true");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeShort(status);
      out.writeByte(headers.size());
      for (var header : headers.entrySet()) {
        out.writeUTF(header.getKey());
        out.writeUTF(header.getValue());
      }
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Reply fromBytes(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int status = in.readUnsignedShort();
      int count = in.readUnsignedByte();
      var headers = new LinkedHashMap<String, String>();
      for (int i = 0; i < count; i++) {
        headers.put(in.readUTF(), in.readUTF());
      }
      return new Reply(status, headers, in.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException("A kept reply is damaged", damaged);
    }
  }
}
