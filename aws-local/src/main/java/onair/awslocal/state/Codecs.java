package onair.awslocal.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Ready-made {@link Codec}s. */
public final class Codecs {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Codecs() {}

  /**
   * A row kept as JSON by its record components. Absent members read as null, unknown ones are
   * dropped, so a record may gain and lose components between versions.
   */
  public static <T extends Record> Codec<T> json(Class<T> type) {
    return new Codec<>() {
      @Override
      public byte[] write(T row) {
        return JSON.writeValueAsBytes(row);
      }

      @Override
      public T read(byte[] bytes) {
        return JSON.readValue(bytes, type);
      }
    };
  }
}
