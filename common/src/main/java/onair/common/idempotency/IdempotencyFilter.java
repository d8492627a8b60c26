package onair.common.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import onair.common.plan.DryRun;
import onair.common.problem.ProblemTranslator;
import onair.common.problem.ProblemWriter;
import onair.common.security.Caller;
import onair.common.security.Callers;
import onair.common.security.RequiredScopes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;

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
    return !request.getMethod().equals("POST")
        || request.getHeader(IdempotencyKey.HEADER) == null
        || DryRun.wanted(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = Callers.current();
    Optional<HandlerMethod> method = caller.flatMap(known -> handlers.find(request));
    if (caller.isEmpty() || method.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      // A reply is told again only to who could have asked for it.
      RequiredScopes.check(method.get());
      var key =
          IdempotencyKey.of(
              caller.get().organizationId(), request.getHeader(IdempotencyKey.HEADER));
      transaction.serve(
          key, RepeatableRequest.read(request), isLate(method.get()), response, chain);
    } catch (RuntimeException failure) {
      Fresh.start(request, response);
      writer.write(translator.translate(failure), request, response);
    }
  }

  private static boolean isLate(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == LateTransaction.class);
  }
}
