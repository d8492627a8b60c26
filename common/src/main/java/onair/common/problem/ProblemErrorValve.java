package onair.common.problem;

import java.io.IOException;
import java.util.stream.Collectors;
import onair.common.id.Ids;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's own refusals, of requests that never reach the application: as problems, not as its HTML
 * page. Public for Tomcat's sake.
 */
public final class ProblemErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    String given = RequestId.of(request);
    String id = given == null ? Ids.next("req") : given;
    String body =
        Problems.byStatus(response.getStatus()).toBody(id, null).entrySet().stream()
            .map(member -> quote(member.getKey()) + ":" + value(member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    try {
      response.setHeader(RequestId.HEADER, id);
      response.setContentType(ProblemWriter.CONTENT_TYPE);
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(body);
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException callerHasGone) {
      container.getLogger().debug("A refusal could not be told", callerHasGone);
    }
  }

  /** Members are our own texts, numbers and truth values: nothing in them needs escaping. */
  private static String value(Object value) {
    return value instanceof String text ? quote(text) : value.toString();
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
