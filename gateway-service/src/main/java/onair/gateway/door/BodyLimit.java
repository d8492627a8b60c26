package onair.gateway.door;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies above the limit with 413 {@code body_too_large}: at once when the length is
 * declared, else as soon as the limit is passed; and bodies that stop coming, or take too long as a
 * whole, with 408 {@code request_too_slow}. Nothing is buffered. The rest of a body that is too
 * large is thrown away as it comes, for as long as {@link SlowRequests} lets it: a connection
 * closed under somebody who still sends would take the answer with it.
 */
final class BodyLimit implements WebFilter, Ordered {
  private final DataSize limit;
  private final Duration pause;
  private final Duration whole;

  BodyLimit(DoorProperties properties) {
    this.limit = properties.bodyLimit();
    this.pause = properties.bodyPause();
    this.whole = properties.bodyTime();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    long declared = request.getHeaders().getContentLength();
    if (declared > limit.toBytes()) {
      return Mono.error(tooLarge());
    }
    boolean empty = declared <= 0 && !request.getHeaders().containsHeader("Transfer-Encoding");
    return chain.filter(empty ? exchange : exchange.mutate().request(watched(request)).build());
  }

  @Override
  public int getOrder() {
    return DoorOrder.BODY_LIMIT;
  }

  private ServerHttpRequest watched(ServerHttpRequest request) {
    return new ServerHttpRequestDecorator(request) {
      @Override
      public Flux<DataBuffer> getBody() {
        var seen = new AtomicLong();
        return super.getBody()
            .<DataBuffer>handle(
                (buffer, sink) -> {
                  if (seen.addAndGet(buffer.readableByteCount()) > limit.toBytes()) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge());
                  } else {
                    sink.next(buffer);
                  }
                })
            .timeout(pause, Mono.error(BodyLimit::tooSlow))
            .takeUntilOther(Mono.delay(whole).then(Mono.error(BodyLimit::tooSlow)));
      }
    };
  }

  private Problem tooLarge() {
    return Problems.bodyTooLarge(limit.toBytes());
  }

  private static Problem tooSlow() {
    return Problem.of(408, "request_too_slow", "The request did not arrive in time")
        .header("Connection", "close");
  }
}
