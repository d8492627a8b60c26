package onair.common.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import onair.common.idempotency.Fresh;
import onair.common.idempotency.LateTransaction;
import onair.common.plan.DryRun;
import onair.common.problem.ProblemTranslator;
import onair.common.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;

/**
 * Makes one transaction of every request that changes something and of the entry about it: what is
 * not written down does not happen. The reply leaves after the commit. A refusal changes nothing
 * and leaves no entry; a rehearsal neither.
 */
final class AuditFilter extends OncePerRequestFilter {

  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final Views views;
  private final AuditTrail trail;
  private final PlatformTransactionManager transactions;
  private final ProblemTranslator translator;
  private final ProblemWriter writer;

  AuditFilter(
      Views views,
      AuditTrail trail,
      PlatformTransactionManager transactions,
      ProblemTranslator translator,
      ProblemWriter writer) {
    this.views = views;
    this.trail = trail;
    this.transactions = transactions;
    this.translator = translator;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CHANGING.contains(request.getMethod()) || DryRun.wanted(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<HandlerMethod> method =
        views.handler(request).filter(found -> isAudited(request, found));
    if (method.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var buffered = new ContentCachingResponseWrapper(response);
    try {
      change(request, buffered, method.get(), chain);
    } catch (RuntimeException failure) {
      Fresh.start(request, response);
      writer.write(translator.translate(failure), request, response);
      return;
    }
    buffered.copyBodyToResponse();
  }

  /** Everything that is offered, and what says so of itself. */
  static boolean isAudited(HttpServletRequest request, HandlerMethod method) {
    return request.getRequestURI().startsWith("/v1/") || method.hasMethodAnnotation(Audited.class);
  }

  private void change(
      HttpServletRequest request,
      ContentCachingResponseWrapper response,
      HandlerMethod method,
      FilterChain chain)
      throws ServletException, IOException {
    JsonNode before = views.current(request, response);
    var transaction = new ChangeTransaction(transactions);
    try {
      if (isLate(method)) {
        transaction.offerTo(request);
      } else {
        transaction.begin();
      }
      chain.doFilter(request, response);
      if (isSuccess(response)) {
        transaction.begin();
        trail.record(request, method, before, told(response));
        transaction.commit();
      }
    } finally {
      transaction.undo();
    }
  }

  private @Nullable JsonNode told(ContentCachingResponseWrapper response) {
    return views.read(response.getContentAsByteArray());
  }

  private static boolean isSuccess(HttpServletResponse response) {
    return response.getStatus() >= 200 && response.getStatus() < 300;
  }

  private static boolean isLate(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == LateTransaction.class);
  }
}
