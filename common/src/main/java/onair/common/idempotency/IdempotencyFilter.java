package onair.common.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import onair.common.problem.ProblemTranslator;
import onair.common.problem.ProblemWriter;
import onair.common.problem.RequestId;
import onair.common.security.Caller;
import onair.common.security.Callers;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the header, and lets requests to methods marked {@link Idempotent} pass only as one
 * transaction.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  private final IdempotentHandlers handlers;
  private final OneTransaction transaction;
  private final ProblemTranslator translator;
  private final ProblemWriter writer;

  IdempotencyFilter(
      IdempotentHandlers handlers,
      OneTransaction transaction,
      ProblemTranslator translator,
      ProblemWriter writer) {
    this.handlers = handlers;
    this.transaction = transaction;
    this.translator = translator;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getHeader(IdempotencyKey.HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = Callers.current();
    if (caller.isEmpty() || !handlers.takes(request)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      var key =
          IdempotencyKey.of(
              caller.get().organizationId(), request.getHeader(IdempotencyKey.HEADER));
      transaction.serve(key, RepeatableRequest.read(request), response, chain);
    } catch (RuntimeException failure) {
      tell(failure, request, response);
    }
  }

  /** Headers the controller has set before the commit failed are taken back with the rest. */
  private void tell(
      RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!response.isCommitted()) {
      response.reset();
      String id = RequestId.of(request);
      if (id != null) {
        response.setHeader(RequestId.HEADER, id);
      }
    }
    writer.write(translator.translate(failure), request, response);
  }
}
