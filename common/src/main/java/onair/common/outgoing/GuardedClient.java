package onair.common.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import onair.common.outgoing.OutgoingFailed.Reason;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * The only way out to addresses that users gave. It reaches the public internet and nothing else:
 * the name is resolved once, every address it has is checked, and one of those is connected to,
 * under the name's own Host and certificate. No proxy, cookie, credential or connection of an
 * earlier request is used. Callers wait; call it from a thread that may.
 */
public final class GuardedClient implements AutoCloseable {

  private final TargetCheck check;
  private final CloseableHttpClient http;
  private final Duration timeout;
  private final int mostBytes;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outgoing-deadlines").factory());

  GuardedClient(OutgoingProperties properties, TargetCheck check) {
    this(properties, check, systemTrust());
  }

  GuardedClient(OutgoingProperties properties, TargetCheck check, SSLContext trust) {
    this.check = check;
    this.http = OutgoingHttp.client(properties, check, trust);
    this.timeout = properties.timeout();
    this.mostBytes = Math.toIntExact(properties.maxBody().toBytes());
  }

  /**
   * Sends the request and reads the answer.
   *
   * @throws TargetRefused when the target, or where it leads, is none we call
   * @throws OutgoingFailed when no answer came in time
   */
  public GuardedReply send(GuardedRequest request) {
    long start = System.nanoTime();
    long end = start + Objects.requireNonNullElse(request.within(), timeout).toNanos();
    GuardedRequest next = request;
    while (true) {
      GuardedReply reply = once(next, start, end);
      URI further = Redirects.next(next, reply);
      if (further == null) {
        return reply;
      }
      next = next.to(further);
    }
  }

  private GuardedReply once(GuardedRequest request, long start, long end) {
    check.checkForm(request.target());
    HttpUriRequestBase outgoing = outgoing(request);
    Future<?> deadline =
        deadlines.schedule(
            outgoing::cancel, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    try {
      ClassicHttpResponse response = http.executeOpen(null, outgoing, null);
      try {
        return reply(response, start);
      } finally {
        outgoing.cancel();
        Closer.closeQuietly(response);
      }
    } catch (IOException failure) {
      throw failed(failure, System.nanoTime() >= end);
    } finally {
      deadline.cancel(false);
    }
  }

  private GuardedReply reply(ClassicHttpResponse response, long start) throws IOException {
    byte[] body = read(response.getEntity());
    boolean truncated = body.length > mostBytes;
    return new GuardedReply(
        response.getCode(),
        headers(response),
        truncated ? Arrays.copyOf(body, mostBytes) : body,
        truncated,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static HttpUriRequestBase outgoing(GuardedRequest request) {
    var outgoing = new HttpUriRequestBase(request.method(), request.target());
    request.headers().forEach(outgoing::setHeader);
    if (request.body().length > 0) {
      String type =
          request.headers().entrySet().stream()
              .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("application/octet-stream");
      outgoing.setEntity(new ByteArrayEntity(request.body(), ContentType.parse(type)));
    }
    return outgoing;
  }

  /** One byte more than we keep, to know that there was more. */
  private byte[] read(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    return content == null ? new byte[0] : content.readNBytes(mostBytes + 1);
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse response) {
    var headers = new TreeMap<String, List<String>>();
    for (Header header : response.getHeaders()) {
      headers.merge(
          header.getName().toLowerCase(Locale.ROOT),
          List.of(String.valueOf(header.getValue())),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return Map.copyOf(headers);
  }

  private static OutgoingFailed failed(IOException failure, boolean late) {
    if (late || failure instanceof InterruptedIOException) {
      return new OutgoingFailed(Reason.TIMEOUT, "did not answer in time", failure);
    }
    return switch (failure) {
      case UnknownHostException unknown ->
          new OutgoingFailed(Reason.UNKNOWN_HOST, "has a host without an address", unknown);
      case ConnectException none ->
          new OutgoingFailed(Reason.UNREACHABLE, "does not take connections", none);
      case NoRouteToHostException none ->
          new OutgoingFailed(Reason.UNREACHABLE, "cannot be reached", none);
      case SSLException untrusted ->
          new OutgoingFailed(Reason.TLS, "has no certificate we trust, or no TLS", untrusted);
      default -> new OutgoingFailed(Reason.BROKEN, "broke the connection or sent no HTTP", failure);
    };
  }

  private static SSLContext systemTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Java without TLS", impossible);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
