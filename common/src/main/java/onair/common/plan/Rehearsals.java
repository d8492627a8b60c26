package onair.common.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Puts a rehearsal into a transaction that is always undone, and keeps a rehearsal away from
 * methods that have none: what was meant as one must not become the real thing.
 */
final class Rehearsals implements HandlerInterceptor {

  private static final String TRANSACTION = Rehearsals.class.getName();
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private final ObjectProvider<PlatformTransactionManager> transactions;

  Rehearsals(ObjectProvider<PlatformTransactionManager> transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String asked = READING.contains(request.getMethod()) ? null : DryRun.parameter(request);
    if (asked == null || asked.equals("false")) {
      return true;
    }
    if (!asked.equals("true")) {
      throw refused("unknown_value", "must be true or false");
    }
    if (!(handler instanceof HandlerMethod method) || !rehearses(method)) {
      throw refused("unsupported", "there is no rehearsal of this; leave it out");
    }
    request.setAttribute(TRANSACTION, transactions.getObject().getTransaction(undone()));
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(TRANSACTION) instanceof TransactionStatus transaction) {
      request.removeAttribute(TRANSACTION);
      transactions.getObject().rollback(transaction);
    }
  }

  static boolean rehearses(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == DryRun.class);
  }

  private static DefaultTransactionDefinition undone() {
    var definition = new DefaultTransactionDefinition();
    definition.setName("rehearsal");
    return definition;
  }

  private static Problem refused(String code, String detail) {
    return Problems.validationFailed().violation(DryRun.PARAMETER, code, detail);
  }
}
