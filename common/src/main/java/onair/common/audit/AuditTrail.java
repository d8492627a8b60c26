package onair.common.audit;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.problem.RequestId;
import onair.common.security.Caller;
import onair.common.security.Callers;
import onair.common.time.Times;
import onair.common.web.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries into the outbox of the change's own transaction. */
final class AuditTrail {

  private static final int LONGEST_AGENT = 256;

  private final Outbox outbox;
  private final JsonMapper json;
  private final String service;
  private final InstantSource clock;

  AuditTrail(Outbox outbox, JsonMapper json, String service, InstantSource clock) {
    this.outbox = outbox;
    this.json = json;
    this.service = service;
    this.clock = clock;
  }

  /**
   * Writes down what was done.
   *
   * @param before what the resource's GET showed
   * @param told the reply's body
   */
  void record(
      HttpServletRequest request,
      HandlerMethod method,
      @Nullable JsonNode before,
      @Nullable JsonNode told) {
    Audit.Said said = Audit.said();
    Caller caller = Callers.current().orElseGet(Caller::visitor);
    Instant now = Times.now(clock);
    Changed changed =
        said.change() == null
            ? Changed.of(before, told, Views.named(request))
            : spelledOut(said.change());
    var entry =
        new AuditEntry(
            Ids.next("aud"),
            Objects.requireNonNullElse(said.organizationId(), caller.organizationId()),
            Objects.requireNonNullElse(said.actor(), caller.subject()),
            none(Objects.requireNonNullElse(said.session(), caller.session())),
            operation(method),
            service,
            changed.object(),
            changed.id(),
            Masking.of(changed.before()),
            Masking.of(changed.after()),
            ClientAddress.of(request),
            Objects.requireNonNullElse(RequestId.of(request), ""),
            agent(request),
            now);
    outbox.publish(event(entry));
  }

  private static DomainEvent event(AuditEntry entry) {
    String about = Objects.requireNonNullElse(entry.resourceId(), entry.actor());
    return new DomainEvent(
        Ids.next("evt"),
        AuditEntry.TYPE,
        entry.organizationId(),
        new DomainEvent.Resource("audit", about, entry.occurredAt().toEpochMilli()),
        Map.of("entry", entry),
        entry.occurredAt());
  }

  private Changed spelledOut(Audit.Change change) {
    return new Changed(
        change.object(),
        change.id(),
        change.before() == null ? null : json.valueToTree(change.before()),
        change.after() == null ? null : json.valueToTree(change.after()));
  }

  /** As the API description calls it. */
  static String operation(HandlerMethod method) {
    Operation described =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Operation.class);
    return described == null || described.operationId().isEmpty()
        ? method.getMethod().getName()
        : described.operationId();
  }

  private static @Nullable String none(String session) {
    return session.isEmpty() ? null : session;
  }

  private static @Nullable String agent(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent == null || agent.length() <= LONGEST_AGENT
        ? agent
        : agent.substring(0, LONGEST_AGENT);
  }

  /** One resource, before and after. */
  private record Changed(
      @Nullable String object,
      @Nullable String id,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {

    /**
     * An answer about something else than what was there is about something new.
     *
     * @param named the id in the request's path, where neither shows one
     */
    static Changed of(@Nullable JsonNode before, @Nullable JsonNode told, @Nullable String named) {
      if (told == null) {
        String id = text(before, "id");
        return new Changed(text(before, "object"), id == null ? named : id, before, null);
      }
      boolean same = before != null && Objects.equals(text(before, "id"), text(told, "id"));
      String id = text(told, "id");
      return new Changed(text(told, "object"), id == null ? named : id, same ? before : null, told);
    }

    private static @Nullable String text(@Nullable JsonNode node, String field) {
      return node != null && node.path(field).isString() ? node.path(field).asString() : null;
    }
  }
}
