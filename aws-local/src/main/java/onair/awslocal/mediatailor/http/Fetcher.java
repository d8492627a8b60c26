package onair.awslocal.mediatailor.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * GET by plain HTTP, with one limit in time for the whole answer and one in bytes. Follows
 * redirects within a scheme. Safe for any number of threads.
 */
public final class Fetcher implements AutoCloseable {

  private static final int OK = 200;
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(CONNECT)
          .executor(threads)
          .build();

  /** The body of a 200. */
  public byte[] get(String address, Map<String, String> headers, Duration timeout, int maxBytes)
      throws FetchFailed {
    return ask(
        address, headers, timeout, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
  }

  /** Puts the body of a 200 into a file. */
  public void download(String address, Path file, Duration timeout, long maxBytes)
      throws FetchFailed {
    var written =
        ask(address, Map.of(), timeout, BodyHandlers.limiting(BodyHandlers.ofFile(file), maxBytes));
    if (!written.equals(file)) {
      throw new IllegalStateException("written elsewhere");
    }
  }

  private <T> T ask(
      String address, Map<String, String> headers, Duration timeout, BodyHandler<T> body)
      throws FetchFailed {
    HttpRequest.Builder request = HttpRequest.newBuilder(parse(address)).timeout(timeout);
    headers.forEach(request::header);
    // Not sendAsync: its answers pass through the common pool, which anyone may keep busy.
    Future<HttpResponse<T>> answer = threads.submit(() -> http.send(request.build(), body));
    try {
      HttpResponse<T> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new FetchFailed(
            FetchFailed.Reason.STATUS, response.statusCode(), "status " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new FetchFailed(FetchFailed.Reason.TIMEOUT, 0, "no answer in " + timeout);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause(), timeout);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new FetchFailed(FetchFailed.Reason.UNREACHABLE, 0, "interrupted");
    }
  }

  private static FetchFailed failed(Throwable cause, Duration timeout) {
    if (cause instanceof HttpConnectTimeoutException) {
      return new FetchFailed(FetchFailed.Reason.UNREACHABLE, 0, "no connection");
    }
    if (cause instanceof HttpTimeoutException) {
      return new FetchFailed(FetchFailed.Reason.TIMEOUT, 0, "no answer in " + timeout);
    }
    String text = String.valueOf(cause.getMessage());
    return cause instanceof IOException && text.contains("capacity")
        ? new FetchFailed(FetchFailed.Reason.TOO_LARGE, OK, "a body that is too long")
        : new FetchFailed(FetchFailed.Reason.UNREACHABLE, 0, text);
  }

  private static URI parse(String address) throws FetchFailed {
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new FetchFailed(FetchFailed.Reason.ADDRESS, 0, "no URL");
    }
    throw new FetchFailed(FetchFailed.Reason.ADDRESS, 0, "no http or https URL");
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
