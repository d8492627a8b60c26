package onair.common.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code jsonb} column of metadata. Bind it as {@code :metadata::jsonb}; a list is searched with
 * {@code metadata @> :metadata::jsonb}, which all rows fulfil when nothing is wanted.
 */
public final class MetadataColumn {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

  private MetadataColumn() {}

  /** For the parameter. */
  public static String write(Map<String, String> metadata) {
    return JSON.writeValueAsString(metadata);
  }

  /** Of the column {@code metadata}. */
  public static Map<String, String> read(ResultSet row) throws SQLException {
    return Map.copyOf(JSON.readValue(row.getString("metadata"), TYPE));
  }
}
