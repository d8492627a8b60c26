package onair.channel.srt;

import java.util.Optional;
import onair.common.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives out ports; every method belongs to the caller's transaction. */
public final class SrtPorts {

  private static final int TRIES = 20;

  private final JdbcClient jdbc;
  private final PortRange range;

  public SrtPorts(JdbcClient jdbc, PortRange range) {
    this.jdbc = jdbc;
    this.range = range;
  }

  /**
   * A port nobody has, for the owner to keep. Any of the free ones, so that one that was given back
   * a moment ago, and may still be in use, is rarely given again at once.
   *
   * @param owner id of a channel or a share
   * @throws Problem 503 {@code no_srt_port_free}
   */
  public int claim(String owner) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Integer> port = tryClaim(owner);
      if (port.isPresent()) {
        return port.get();
      }
    }
    throw Problem.of(503, "no_srt_port_free", "No port is free for SRT")
        .detail(
            "All ports of onair.channel.ingest.srt-ports (%s) are in use; delete a channel or a share, or have the range widened."
                .formatted(range));
  }

  /** Empty when another took the same port meanwhile, or none is free. */
  private Optional<Integer> tryClaim(String owner) {
    return jdbc.sql(
            """
            insert into srt_port (port, owner)
            select free.port, :owner from generate_series(:first::int, :last::int) free (port)
            where not exists (select 1 from srt_port taken where taken.port = free.port)
            order by random() limit 1
            on conflict (port) do nothing
            returning port
            """)
        .param("owner", owner)
        .param("first", range.first())
        .param("last", range.last())
        .query(Integer.class)
        .optional();
  }

  /** Gives the owner's port back, if it has one. */
  public void release(String owner) {
    jdbc.sql("delete from srt_port where owner = :owner").param("owner", owner).update();
  }
}
