package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One shape of an API model.
 *
 * @param type {@code structure}, {@code list}, {@code map}, {@code string}, …
 * @param members of a structure, by lower-cased model name
 * @param required lower-cased model names
 * @param values of an enumeration; empty for other shapes
 * @param min smallest number, length or size
 * @param max largest number, length or size
 * @param pattern what the whole value must match
 * @param element shape of a list's or map's values
 * @param key shape of a map's keys
 * @param error of an exception, else null
 */
record Shape(
    String name,
    String type,
    Map<String, Member> members,
    Set<String> required,
    Set<String> values,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Pattern pattern,
    @Nullable String element,
    @Nullable String key,
    @Nullable ErrorTrait error) {

  /**
   * Members that AWS has made optional since the models were written, by structure. Source: AWS
   * Elemental MediaTailor API Reference, CreatePrefetchSchedule, which has recurring schedules now.
   */
  private static final Map<String, Set<String>> RELAXED =
      Map.of("CreatePrefetchScheduleRequest", Set.of("consumption", "retrieval"));

  /**
   * A structure's member.
   *
   * @param wireName its name in bodies
   */
  record Member(String name, String shape, String wireName) {}

  /**
   * What makes a structure an error.
   *
   * @param code overrides the shape's name on the wire
   * @param status HTTP status
   */
  record ErrorTrait(@Nullable String code, int status) {}

  static Shape of(String name, JsonNode shape) {
    Map<String, Member> members = new HashMap<>();
    shape
        .path("members")
        .forEachEntry(
            (member, node) ->
                members.put(
                    fold(member),
                    new Member(
                        member,
                        node.path("shape").asString(),
                        node.path("locationName").asString(member))));
    Set<String> required = new LinkedHashSet<>();
    shape.path("required").forEach(member -> required.add(fold(member.asString())));
    required.removeAll(RELAXED.getOrDefault(name, Set.of()));
    Set<String> values = new LinkedHashSet<>();
    shape.path("enum").forEach(value -> values.add(value.asString()));
    return new Shape(
        name,
        shape.path("type").asString(),
        members,
        required,
        values,
        number(shape.path("min")),
        number(shape.path("max")),
        pattern(shape.path("pattern")),
        name(shape.path("map".equals(shape.path("type").asString()) ? "value" : "member")),
        name(shape.path("key")),
        error(shape));
  }

  @Nullable Member member(String memberName) {
    return members.get(fold(memberName));
  }

  boolean requires(String memberName) {
    return required.contains(fold(memberName));
  }

  boolean isError() {
    return error != null;
  }

  /** What the wire calls this error. */
  String errorCode() {
    return error == null || error.code() == null ? name : error.code();
  }

  /** HTTP status of this error. */
  int errorStatus() {
    return error == null ? 500 : error.status();
  }

  private static String fold(String memberName) {
    return memberName.toLowerCase(Locale.ROOT);
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable Pattern pattern(JsonNode node) {
    return node.isString() ? Pattern.compile(node.stringValue()) : null;
  }

  private static @Nullable String name(JsonNode reference) {
    JsonNode shape = reference.path("shape");
    return shape.isString() ? shape.stringValue() : null;
  }

  private static @Nullable ErrorTrait error(JsonNode shape) {
    if (!shape.path("exception").asBoolean(false)) {
      return null;
    }
    JsonNode trait = shape.path("error");
    int otherwise = shape.path("fault").asBoolean(false) ? 500 : 400;
    return new ErrorTrait(
        trait.path("code").isString() ? trait.path("code").stringValue() : null,
        trait.path("httpStatusCode").asInt(otherwise));
  }
}
