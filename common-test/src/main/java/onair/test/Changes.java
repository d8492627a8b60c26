package onair.test;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import onair.common.audit.Audited;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a service changes something, and what it wrote down about it for the audit log. */
public final class Changes {

  private static final Set<RequestMethod> READING =
      Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);
  private static final JsonMapper JSON = JsonMapper.shared();

  private Changes() {}

  /**
   * Every mapped operation that may change something and leaves no entry in the audit log, as
   * {@code POST /internal/…}; to be compared with those that have a reason.
   */
  public static SortedSet<String> notWrittenDown(ApplicationContext service) {
    service.getBean("auditFilter");
    var missing = new TreeSet<String>();
    service
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                for (String path : mapping.getPatternValues()) {
                  if (!READING.contains(verb)
                      && !path.startsWith("/v1/")
                      && !method.hasMethodAnnotation(Audited.class)) {
                    missing.add(verb + " " + path);
                  }
                }
              }
            });
    return missing;
  }

  /** The entries of one request, as they wait to be kept by account-service. */
  public static List<JsonNode> writtenDown(JdbcClient jdbc, String requestId) {
    return jdbc
        .sql(
            """
            select detail from outbox where type = 'audit.recorded'
            union
            select detail from unconfirmed_event where type = 'audit.recorded'
            """)
        .query(String.class)
        .list()
        .stream()
        .map(detail -> JSON.readTree(detail).path("data").path("entry"))
        .filter(entry -> entry.path("request_id").asString().equals(requestId))
        .distinct()
        .toList();
  }
}
