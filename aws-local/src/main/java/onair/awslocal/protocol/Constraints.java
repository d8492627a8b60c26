package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * What the model and the SDK say about values: required members, enumerations, ranges, lengths,
 * sizes and patterns. Where the model is silent, because the SDK is newer, the SDK's required marks
 * and enumerations still hold.
 *
 * <p>Source: Smithy 2.0, "Constraint traits". AWS's own rules between fields belong to the
 * backends.
 */
record Constraints(ServiceModel model) {

  /** Reports every violation in an input. */
  void check(SdkPojo input, @Nullable Shape shape, Violations violations) {
    structure(input, shape, "", violations);
  }

  private void structure(SdkPojo value, @Nullable Shape shape, String path, Violations violations) {
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      String memberPath = path.isEmpty() ? field.locationName() : path + "." + field.locationName();
      if (member == null || JsonDocuments.isAbsent(member)) {
        if (isRequired(field, shape)) {
          violations.add(memberPath, "is required");
        }
      } else {
        Shape memberShape = shapeOf(field, shape);
        value(
            member,
            field,
            memberShape,
            SdkEnums.of(value.getClass(), field),
            memberPath,
            violations);
      }
    }
  }

  private void value(
      Object value,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      Violations violations) {
    switch (value) {
      case SdkPojo pojo -> structure(pojo, shape, path, violations);
      case List<?> list -> list(list, field, shape, enums, path, violations);
      case Map<?, ?> map -> map(map, field, shape, enums, path, violations);
      case String text -> text(text, shape, enums.values(), path, violations);
      case Number number -> number(number, shape, path, violations);
      case SdkBytes bytes ->
          size(bytes.asByteArrayUnsafe().length, shape, "have length", path, violations);
      default -> {} // booleans and times have no constraints
    }
  }

  private void list(
      List<?> list,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      Violations violations) {
    size(list.size(), shape, "have size", path, violations);
    SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
    Shape elementShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      if (item != null) {
        value(item, element, elementShape, enums, path + "[" + i + "]", violations);
      }
    }
  }

  private void map(
      Map<?, ?> map,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      Violations violations) {
    size(map.size(), shape, "have size", path, violations);
    SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
    Shape keyShape = shape == null ? null : model.shape(shape.key()).orElse(null);
    Shape valueShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    map.forEach(
        (key, item) -> {
          String itemPath = path + "[" + key + "]";
          text(key.toString(), keyShape, enums.keys(), itemPath, violations);
          if (item != null) {
            value(item, element, valueShape, enums, itemPath, violations);
          }
        });
  }

  private static void text(
      String text, @Nullable Shape shape, Set<String> known, String path, Violations violations) {
    if (shape == null ? known.isEmpty() : shape.values().isEmpty() && known.isEmpty()) {
      checkText(text, shape, path, violations);
      return;
    }
    if (!known.contains(text) && (shape == null || !shape.values().contains(text))) {
      Set<String> allowed = new TreeSet<>(known);
      if (shape != null) {
        allowed.addAll(shape.values());
      }
      violations.add(path, "must be one of " + allowed);
    }
  }

  private static void checkText(
      String text, @Nullable Shape shape, String path, Violations violations) {
    int length = text.codePointCount(0, text.length());
    // A text that is too long is not matched as well: a pattern may take very long over it.
    if (size(length, shape, "have length", path, violations)
        && shape != null
        && shape.pattern() != null
        && !fits(shape.pattern(), text)) {
      violations.add(path, "must satisfy the pattern " + shape.pattern());
    }
  }

  /** Models that write their patterns with anchors mean them: {@code ^s3://} is a beginning. */
  private static boolean fits(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return pattern.pattern().startsWith("^") ? matcher.find() : matcher.matches();
  }

  private static void number(
      Number number, @Nullable Shape shape, String path, Violations violations) {
    if (shape == null) {
      return;
    }
    if (number instanceof Double decimal && !Double.isFinite(decimal)) {
      violations.add(path, "must be a finite number");
      return;
    }
    BigDecimal value = new BigDecimal(number.toString());
    if (shape.min() != null && value.compareTo(shape.min()) < 0) {
      violations.add(path, "must have value greater than or equal to " + plain(shape.min()));
    }
    if (shape.max() != null && value.compareTo(shape.max()) > 0) {
      violations.add(path, "must have value less than or equal to " + plain(shape.max()));
    }
  }

  private static boolean size(
      int size, @Nullable Shape shape, String what, String path, Violations violations) {
    BigDecimal actual = BigDecimal.valueOf(size);
    if (shape != null && shape.min() != null && actual.compareTo(shape.min()) < 0) {
      violations.add(
          path, "must %s greater than or equal to %s".formatted(what, plain(shape.min())));
      return false;
    }
    if (shape != null && shape.max() != null && actual.compareTo(shape.max()) > 0) {
      violations.add(path, "must %s less than or equal to %s".formatted(what, plain(shape.max())));
      return false;
    }
    return true;
  }

  private static boolean isRequired(SdkField<?> field, @Nullable Shape shape) {
    return field.containsTrait(RequiredTrait.class)
        || (shape != null && shape.requires(field.memberName()));
  }

  private @Nullable Shape shapeOf(SdkField<?> field, @Nullable Shape parent) {
    Shape.Member member = parent == null ? null : parent.member(field.memberName());
    return member == null ? null : model.shape(member.shape()).orElse(null);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
