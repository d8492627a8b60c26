package onair.gateway.door;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import onair.common.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Turns whatever went wrong inside the gateway into the {@link Problem} its caller is told.
 * Messages of exceptions are never repeated: they name addresses of services.
 */
public final class Failures {
  private static final Duration SOON = Duration.ofSeconds(2);

  private Failures() {}

  /** The problem to tell; always a fresh one unless the failure already is a problem. */
  public static Problem problemOf(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case ResponseStatusException status -> ofStatus(status.getStatusCode(), status);
      case ErrorResponseException status -> ofStatus(status.getStatusCode(), status);
      case ConnectException e -> unavailable(e);
      case UnknownHostException e -> unavailable(e);
      case NoRouteToHostException e -> unavailable(e);
      case PoolAcquireTimeoutException e -> unavailable(e);
      case PoolAcquirePendingLimitException e -> unavailable(e);
      case ReadTimeoutException e -> tooSlow(e);
      case TimeoutException e -> tooSlow(e);
      case PrematureCloseException e -> broken(e);
      // The connection was closed by the service before the request left.
      case AbortedException e -> broken(e);
      case IOException e -> broken(e);
      default -> ofCause(failure);
    };
  }

  /** 404 for an address nobody serves. */
  public static Problem noSuchAddress() {
    return Problem.of(404, "not_found", "There is nothing at this address")
        .detail("The addresses that exist are listed in /openapi.json.");
  }

  /** 502 for an answer of a service that could not be understood or did not end. */
  public static Problem broken(Throwable cause) {
    return Problem.of(502, "service_failed", "The service behind this address failed")
        .retryAfter(SOON)
        .causedBy(cause);
  }

  /** 503 for a service that cannot be reached, or is left alone for a while. */
  public static Problem unavailable(Throwable cause) {
    return Problem.of(
            503, "service_unavailable", "The service behind this address is not available")
        .retryAfter(SOON)
        .causedBy(cause);
  }

  private static Problem tooSlow(Throwable cause) {
    return Problem.of(504, "service_timeout", "The service behind this address did not answer")
        .detail("What was asked for may still happen. Read the resource before trying again.")
        .retryAfter(SOON)
        .causedBy(cause);
  }

  private static Problem ofCause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause != null && cause != failure
        ? problemOf(cause)
        : Problem.of(500, "internal_error", "The gateway failed").causedBy(failure);
  }

  private static Problem ofStatus(HttpStatusCode code, Throwable cause) {
    return switch (code.value()) {
      case 404 -> noSuchAddress();
      case 503 -> unavailable(cause);
      case 504 -> tooSlow(cause);
      default -> {
        HttpStatus known = HttpStatus.resolve(code.value());
        if (known == null || !known.isError()) {
          yield Problem.of(500, "internal_error", "The gateway failed").causedBy(cause);
        }
        yield Problem.of(
                known.value(), known.name().toLowerCase(Locale.ROOT), known.getReasonPhrase())
            .causedBy(cause);
      }
    };
  }
}
