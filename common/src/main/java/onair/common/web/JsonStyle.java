package onair.common.web;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How OnAir writes and reads JSON: fields and enum words in snake_case, RFC 3339 times, nothing
 * said twice, nothing bottomless.
 */
final class JsonStyle {

  static final int MAX_DEPTH = 32;
  private static final int MAX_NAME_LENGTH = 256;

  private static final Snake SNAKE = new Snake();

  private JsonStyle() {}

  static void apply(JsonMapper.Builder json) {
    json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE);
  }

  /** Strict with what strangers send. */
  static JsonMapper forRequests() {
    var limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(MAX_NAME_LENGTH)
            .build();
    var json = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build());
    json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    apply(json);
    return json.build();
  }

  /** {@code windowSeconds} as {@code window_seconds}. */
  static String name(String javaName) {
    return SNAKE.translate(javaName);
  }

  /** Opens the library's translation to this package. */
  private static final class Snake extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;

    @Override
    protected String translate(String javaName) {
      return super.translate(javaName);
    }
  }
}
