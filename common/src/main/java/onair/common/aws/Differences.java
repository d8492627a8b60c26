package onair.common.aws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Compares what was asked of AWS with what AWS has, setting by setting. Only what was asked for
 * counts: AWS fills in the rest as it likes. Settings that AWS takes and does not show, such as
 * idempotency tokens, cannot be compared; tags are no settings.
 */
public final class Differences {

  private static final String NOTHING = "nothing";
  private static final String TAGS = "Tags";

  private final List<Difference> all = new ArrayList<>();

  private Differences() {}

  /**
   * Every setting that is stated in one and is not so in the other.
   *
   * @param wanted a request, or a part of one
   * @param found the answer to a question about it, or the part of the same name
   */
  public static List<Difference> between(SdkPojo wanted, SdkPojo found) {
    var differences = new Differences();
    differences.compare("", wanted, found);
    return List.copyOf(differences.all);
  }

  private void compare(String path, SdkPojo wanted, SdkPojo found) {
    Map<String, SdkField<?>> shown = new LinkedHashMap<>();
    found.sdkFields().forEach(field -> shown.put(field.memberName(), field));
    for (SdkField<?> field : wanted.sdkFields()) {
      SdkField<?> same = shown.get(field.memberName());
      Object value = field.getValueOrDefault(wanted);
      if (value != null && same != null && !field.memberName().equals(TAGS)) {
        compareValues(path + name(field), value, same.getValueOrDefault(found));
      }
    }
  }

  private void compareValues(String path, Object wanted, @Nullable Object found) {
    switch (wanted) {
      case SdkPojo pojo when found instanceof SdkPojo other -> compare(path + ".", pojo, other);
      case List<?> list when list.isEmpty() -> {}
      case List<?> list when found instanceof List<?> others && others.size() == list.size() ->
          compareEach(path, list, others);
      case List<?> list -> differ(path, count(list), count(found));
      case Map<?, ?> map when found instanceof Map<?, ?> others ->
          map.forEach((key, value) -> compareValues(path + "." + key, value, others.get(key)));
      default -> {
        if (!same(wanted, found)) {
          differ(path, word(wanted), word(found));
        }
      }
    }
  }

  private void compareEach(String path, List<?> wanted, List<?> found) {
    for (int i = 0; i < wanted.size(); i++) {
      compareValues(path + "[" + i + "]", Objects.requireNonNull(wanted.get(i)), found.get(i));
    }
  }

  private void differ(String path, String wanted, String found) {
    all.add(new Difference(path, wanted, found));
  }

  private static boolean same(Object wanted, @Nullable Object found) {
    return wanted instanceof Number && found instanceof Number
        ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(found.toString())) == 0
        : wanted.equals(found);
  }

  private static String count(@Nullable Object list) {
    return list instanceof List<?> entries && !entries.isEmpty()
        ? entries.size() + (entries.size() == 1 ? " entry" : " entries")
        : NOTHING;
  }

  private static String word(@Nullable Object value) {
    return value == null ? NOTHING : value instanceof SdkPojo ? "set" : value.toString();
  }

  private static String name(SdkField<?> field) {
    String member = field.memberName();
    return Character.toLowerCase(member.charAt(0)) + member.substring(1);
  }
}
