package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Random values of SDK types that keep all constraints of the model. */
final class ArbitraryShapes {

  private static final int DEPTH = 7;

  private static final List<String> TEXTS =
      List.of(
          "a",
          "Grüße <&> \"x\" \n\t /%2F+",
          "abc-123",
          "12:00",
          "arn:aws:medialive:eu-west-1:111122223333:x:1",
          "arn:aws:medialive:eu-west-1:1:cloudwatch-alarm-template-group:1",
          "1234567",
          "111122223333",
          "us-east-1",
          "0123456789abcdef0123456789abcdef",
          "ab cd",
          "💡",
          "aws.partner/example/a",
          "arn:aws:cloudfront::111122223333:function/abc",
          "arn:aws:cloudfront::111122223333:key-value-store/01234567-0123-0123-0123-0123456789ab",
          "arn:aws:cloudfront::111122223333:anycast/x",
          "arn:aws:events:eu-west-1:111122223333:api-destination/a/b-1",
          "arn:aws:events:eu-west-1:111122223333:connection/a/b-1",
          "arn:aws:events:eu-west-1:111122223333:event-bus/a",
          "arn:aws:events:eu-west-1:111122223333:endpoint/a",
          "https://example.com/a",
          "events:PutEvents",
          "arn:aws:mediastore:eu-west-1:111122223333:container/a",
          "oi-0123456789ab",
          "01234567-0123-0123-0123-0123456789ab");

  private final Random random;
  private final ServiceModel model;
  private final boolean everything;

  ArbitraryShapes(Random random, ServiceModel model) {
    this(random, model, false);
  }

  /**
   * @param everything whether all members that there are get a value, as deep as it goes
   */
  ArbitraryShapes(Random random, ServiceModel model, boolean everything) {
    this.random = random;
    this.model = model;
    this.everything = everything;
  }

  SdkPojo value(SdkPojo builder, @Nullable Shape shape) {
    return pojo(builder, shape, DEPTH);
  }

  private SdkPojo pojo(SdkPojo builder, @Nullable Shape shape, int depth) {
    Class<?> type = ((Buildable) builder).build().getClass();
    for (SdkField<?> field : builder.sdkFields()) {
      boolean required =
          field.containsTrait(RequiredTrait.class)
              || (shape != null && shape.requires(field.memberName()))
              || field.location() == MarshallLocation.PATH
              || field.containsTrait(PayloadTrait.class)
              || field.containsTrait(DefaultValueTrait.class); // the SDK would fill it in itself
      boolean excluded = field.memberName().equals("EndpointId"); // would change the host's name
      if (required
          || (!excluded && depth > 0 && (everything || isQuery() || random.nextInt(3) > 0))) {
        Shape.Member member = shape == null ? null : shape.member(field.memberName());
        Shape memberShape = member == null ? null : model.shape(member.shape()).orElse(null);
        value(field, memberShape, SdkEnums.of(type, field), depth - 1)
            .filter(value -> !isUnwritable(value))
            .ifPresent(value -> field.set(builder, value));
      }
    }
    return (SdkPojo) ((Buildable) builder).build();
  }

  /** The query protocol cannot say that a structure is there and empty. */
  private boolean isUnwritable(Object value) {
    return isQuery()
        && value instanceof SdkPojo pojo
        && pojo.sdkFields().stream().allMatch(field -> isEmpty(field.getValueOrDefault(pojo)));
  }

  private boolean isQuery() {
    return model.protocol().equals("query");
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || JsonDocuments.isAbsent(value);
  }

  private Optional<Object> value(
      SdkField<?> field, @Nullable Shape shape, SdkEnums enums, int depth) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> text(field, shape, List.copyOf(enums.values()));
      case BOOLEAN -> Optional.of(random.nextBoolean());
      case INTEGER -> Optional.of((int) number(shape));
      case LONG -> Optional.of(number(shape));
      case DOUBLE -> Optional.of((double) number(shape));
      case FLOAT -> Optional.of((float) number(shape));
      case INSTANT -> Optional.of(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000)));
      case SDK_BYTES ->
          Optional.of(SdkBytes.fromByteArray(new byte[] {0, 1, (byte) random.nextInt()}));
      case SDK_POJO -> Optional.of(pojo(field.constructor().get(), shape, depth));
      case LIST -> list(field, shape, enums, depth);
      case MAP -> map(field, shape, enums, depth);
      default -> Optional.empty();
    };
  }

  private Optional<Object> list(
      SdkField<?> field, @Nullable Shape shape, SdkEnums enums, int depth) {
    SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
    Shape elementShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    int size = Math.max(min(shape, 1), 1 + (depth > 0 && !everything ? random.nextInt(2) : 0));
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < Math.min(size, max(shape, 10)); i++) {
      value(element, elementShape, enums, depth).ifPresent(items::add);
    }
    return items.size() < min(shape, 0) || items.isEmpty() ? Optional.empty() : Optional.of(items);
  }

  private Optional<Object> map(
      SdkField<?> field, @Nullable Shape shape, SdkEnums enums, int depth) {
    SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
    Shape keyShape = shape == null ? null : model.shape(shape.key()).orElse(null);
    Shape valueShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0;
        i < Math.max(1, min(shape, 1)) * 4 && map.size() < Math.max(1, min(shape, 1));
        i++) {
      Optional<Object> key = text(element, keyShape, List.copyOf(enums.keys()));
      Optional<Object> value =
          value(element, valueShape, new SdkEnums(enums.keys(), enums.values()), depth);
      if (key.isPresent() && value.isPresent()) {
        map.put((String) key.get(), value.get());
      }
    }
    return map.size() < Math.max(1, min(shape, 1)) ? Optional.empty() : Optional.of(map);
  }

  private Optional<Object> text(SdkField<?> field, @Nullable Shape shape, List<String> known) {
    List<String> values =
        Stream.concat(known.stream(), shape == null ? Stream.of() : shape.values().stream())
            .toList();
    if (!values.isEmpty()) {
      return Optional.of(values.get(random.nextInt(values.size())));
    }
    List<Object> fitting =
        TEXTS.stream()
            .filter(
                text ->
                    field.location() != MarshallLocation.HEADER || text.matches("[a-zA-Z0-9-]+"))
            .filter(text -> !text.matches("(?s).*[\\x00-\\x08].*"))
            .map(text -> text.repeat(Math.ceilDiv(Math.max(1, min(shape, 1)), text.length())))
            .filter(text -> fits(text, shape))
            .<Object>map(text -> text)
            .toList();
    return fitting.isEmpty()
        ? ofPattern(field, shape)
        : Optional.of(fitting.get(random.nextInt(fitting.size())));
  }

  private Optional<Object> ofPattern(SdkField<?> field, @Nullable Shape shape) {
    if (shape == null || shape.pattern() == null) {
      return Optional.empty();
    }
    return PatternText.fitting(
            shape.pattern(),
            random,
            text ->
                fits(text, shape)
                    && (field.location() == MarshallLocation.PAYLOAD
                        || text.matches("[ -~]*[!-~]")))
        .map(text -> text);
  }

  private static boolean fits(String text, @Nullable Shape shape) {
    int length = text.codePointCount(0, text.length());
    return length >= min(shape, 0)
        && length <= max(shape, 1000)
        && (shape == null || shape.pattern() == null || shape.pattern().matcher(text).matches());
  }

  private long number(@Nullable Shape shape) {
    int min = min(shape, 0);
    int max = max(shape, Integer.MAX_VALUE);
    return min + (long) (random.nextDouble() * Math.min(1000, (long) max - min));
  }

  private static int min(@Nullable Shape shape, int otherwise) {
    return shape == null || shape.min() == null ? otherwise : bounded(shape.min());
  }

  private static int max(@Nullable Shape shape, int otherwise) {
    return shape == null || shape.max() == null
        ? otherwise
        : Math.min(otherwise, bounded(shape.max()));
  }

  private static int bounded(BigDecimal number) {
    return (int) Math.max(-100_000, Math.min(Integer.MAX_VALUE, number.longValue()));
  }
}
