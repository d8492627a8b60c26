package onair.awslocal.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Bodies that were made smaller for the way, as SDKs do with CloudWatch's larger ones.
 *
 * <p>Source: Smithy 2.0, "requestCompression trait".
 */
final class ContentEncoding {

  private ContentEncoding() {}

  /** The request with its body as it was meant. Throws {@link Refusal}. */
  static WireRequest undone(WireRequest request) {
    String encoding = request.header("content-encoding");
    if (encoding == null || !encoding.strip().toLowerCase(Locale.ROOT).equals("gzip")) {
      return request;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      byte[] body = in.readNBytes(JettyRequests.MAX_BODY + 1);
      if (body.length > JettyRequests.MAX_BODY) {
        throw Refusal.tooLarge();
      }
      return new WireRequest(request.signable(), request.query(), body);
    } catch (IOException e) {
      throw Refusal.malformed("The body is not gzip, as its content encoding says.");
    }
  }
}
