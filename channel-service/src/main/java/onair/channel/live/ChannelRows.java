package onair.channel.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.secret.StreamKeys;
import onair.common.metadata.MetadataColumn;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** How a channel lies in its row. */
final class ChannelRows implements RowMapper<Channel> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StreamKeys keys;

  ChannelRows(StreamKeys keys) {
    this.keys = keys;
  }

  /** Everything that may change after the row was made. */
  StatementSpec bind(StatementSpec sql, Channel channel) {
    ChannelStatus status = channel.status();
    return sql.param("id", channel.id().value())
        .param("version", channel.version())
        .param("name", channel.name())
        .param("metadata", MetadataColumn.write(channel.metadata()))
        .param("spec", JSON.writeValueAsString(channel.spec()))
        .param("desired", channel.desired().word())
        .param("status", status.word().word())
        .param("provisioning", status.provisioning().word())
        .param("health", status.health().word())
        .param("reason", status.reason())
        .param("run", JSON.writeValueAsString(channel.run()))
        .param("holdings", JSON.writeValueAsString(channel.holdings()))
        .param("encoder", channel.holdings().encoderId())
        .param("operation", channel.operationId())
        .param("updated", channel.updatedAt().atOffset(ZoneOffset.UTC));
  }

  /** What is fixed from the start. */
  StatementSpec bindNew(StatementSpec sql, Channel channel) {
    return bind(sql, channel)
        .param("organization", channel.organizationId())
        .param("playback", channel.playbackId())
        .param("key", sealedKey(channel))
        .param("port", channel.srtPort())
        .param("created", channel.createdAt().atOffset(ZoneOffset.UTC));
  }

  /** The key as it is kept. */
  byte[] sealedKey(Channel channel) {
    return keys.seal(channel.streamKey(), channel.organizationId(), channel.id().value());
  }

  @Override
  public Channel mapRow(ResultSet row, int number) throws SQLException {
    var id = new ChannelId(row.getString("id"));
    String organization = row.getString("organization_id");
    return new Channel(
        id,
        organization,
        row.getString("playback_id"),
        row.getLong("version"),
        row.getString("name"),
        MetadataColumn.read(row),
        JSON.readValue(row.getString("spec"), ChannelSpec.class),
        keys.open(row.getBytes("stream_key"), organization, id.value()),
        row.getObject("srt_port", Integer.class),
        Desired.of(row.getString("desired")),
        status(row),
        JSON.readValue(row.getString("run"), Run.class),
        JSON.readValue(row.getString("holdings"), Holdings.class),
        row.getString("operation_id"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static ChannelStatus status(ResultSet row) throws SQLException {
    return new ChannelStatus(
        Word.valueOf(upper(row.getString("status"))),
        Provisioning.valueOf(upper(row.getString("provisioning"))),
        Health.valueOf(upper(row.getString("health"))),
        row.getString("status_reason"));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
