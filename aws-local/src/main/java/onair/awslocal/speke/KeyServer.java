package onair.awslocal.speke;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import onair.awslocal.media.Protection;

/** Asks key servers over HTTP. In AWS the call is signed for the role that is given. */
public final class KeyServer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int HTTP_OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @throws KeysRefused when it does not answer, or not with what was asked for
   */
  public Protection ask(KeyRequest wanted) throws KeysRefused {
    HttpRequest request =
        HttpRequest.newBuilder(wanted.server())
            .timeout(PATIENCE)
            .header("Content-Type", "application/xml")
            .header("X-Speke-Version", wanted.version().header())
            .POST(HttpRequest.BodyPublishers.ofString(Cpix.request(wanted)))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != HTTP_OK) {
        throw new KeysRefused("The key server answers " + answer.statusCode());
      }
      return Cpix.read(answer.body(), wanted);
    } catch (IOException e) {
      throw new KeysRefused("The key server cannot be reached: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeysRefused("interrupted", e);
    }
  }
}
