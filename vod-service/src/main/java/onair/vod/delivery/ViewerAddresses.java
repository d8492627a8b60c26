package onair.vod.delivery;

import java.util.Optional;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the address that playback URLs begin with. */
public final class ViewerAddresses implements EventListener {

  private static final String READY = "distribution.ready";

  private final JdbcClient jdbc;

  public ViewerAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Without a slash at its end; empty until viewers can use it. */
  public Optional<String> baseUrl() {
    return jdbc.sql("select base_url from distribution order by version desc limit 1")
        .query(String.class)
        .optional();
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && READY.equals(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    String address = event.detail().path("data").path("base_url").asString("");
    if (address.isEmpty()) {
      return;
    }
    var resource = event.detail().path("resource");
    jdbc.sql(
            """
            insert into distribution (id, version, base_url) values (:id, :version, :url)
            on conflict (id) do update set version = excluded.version, base_url = excluded.base_url
              where distribution.version < excluded.version
            """)
        .param("id", resource.path("id").asString("default"))
        .param("version", resource.path("version").asLong(0))
        .param("url", address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
        .update();
  }
}
