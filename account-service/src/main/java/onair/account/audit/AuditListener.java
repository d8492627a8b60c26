package onair.account.audit;

import onair.common.audit.AuditEntry;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the services have written down. */
final class AuditListener implements EventListener {

  private final AuditStore entries;
  private final JsonMapper json;

  AuditListener(AuditStore entries, JsonMapper json) {
    this.entries = entries;
    this.json = json;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && detailType.equals(AuditEntry.TYPE);
  }

  @Override
  public void on(IncomingEvent event) {
    entries.add(json.treeToValue(event.detail().path("data").path("entry"), AuditEntry.class));
  }
}
