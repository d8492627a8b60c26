package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Copies of a valid request that break one constraint of the model each. What was broken once in a
 * type is not broken again where the type comes back.
 */
final class SingleFaults {

  private static final int LONGEST = 3000;
  private static final List<String> ODD = List.of("!", "ü", " ", "€", "<", "\t", "A B");

  /**
   * A request that has to be refused.
   *
   * @param reason what the refusal has to say
   */
  record Fault(SdkPojo request, String reason) {}

  private final ServiceModel model;
  private final Set<String> done = new HashSet<>();
  private List<Fault> faults = new ArrayList<>();

  SingleFaults(ServiceModel model) {
    this.model = model;
  }

  List<Fault> of(SdkPojo request, @Nullable Shape shape) {
    faults = new ArrayList<>();
    structure(request, shape, "", UnaryOperator.identity());
    return faults;
  }

  private void structure(
      SdkPojo pojo, @Nullable Shape shape, String path, UnaryOperator<Object> whole) {
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value == null || JsonDocuments.isAbsent(value) || isOfThePath(field)) {
        continue;
      }
      String memberPath = path.isEmpty() ? field.locationName() : path + "." + field.locationName();
      Shape.Member member = shape == null ? null : shape.member(field.memberName());
      Shape memberShape = member == null ? null : model.shape(member.shape()).orElse(null);
      UnaryOperator<Object> with = other -> whole.apply(with(pojo, field, other));
      String key = pojo.getClass().getName() + "." + field.memberName();
      boolean required =
          field.containsTrait(RequiredTrait.class)
              || (shape != null && shape.requires(field.memberName()));
      if (required
          && !field.containsTrait(DefaultValueTrait.class)
          && done.add(key + " required")) {
        faults.add(new Fault((SdkPojo) with.apply(null), memberPath + ": is required"));
      }
      if (done.add(key)) {
        value(value, field, memberShape, SdkEnums.of(pojo.getClass(), field), memberPath, with);
      }
    }
  }

  /** Other values there make another route. */
  private static boolean isOfThePath(SdkField<?> field) {
    return field.location() == MarshallLocation.PATH
        || field.location() == MarshallLocation.GREEDY_PATH;
  }

  private void value(
      Object value,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      UnaryOperator<Object> with) {
    switch (value) {
      case SdkPojo pojo -> structure(pojo, shape, path, with);
      case List<?> list -> list(list, field, shape, enums, path, with);
      case Map<?, ?> map -> map(map, field, shape, enums, path, with);
      case String text -> text(field, shape, enums.values(), path, with);
      case Number number -> number(number, shape, path, with);
      default -> {} // booleans, times and bytes have no constraints to break
    }
  }

  private void text(
      SdkField<?> field,
      @Nullable Shape shape,
      Set<String> known,
      String path,
      UnaryOperator<Object> with) {
    if (!known.isEmpty() || (shape != null && !shape.values().isEmpty())) {
      add(with, "NO-SUCH-VALUE", path + ": must be one of ");
      return;
    }
    if (shape == null) {
      return;
    }
    boolean header = field.location() == MarshallLocation.HEADER;
    int min = shape.min() == null ? 0 : shape.min().intValue();
    long max = shape.max() == null ? LONGEST : Math.min(LONGEST, shape.max().longValue());
    if (min > 0 && !header) {
      add(with, "a".repeat(min - 1), path + ": must have length greater than or equal to " + min);
    }
    if (shape.max() != null && max < LONGEST) {
      add(
          with,
          "a".repeat((int) max + 1),
          path + ": must have length less than or equal to " + max);
    }
    if (shape.pattern() != null) {
      ODD.stream()
          .filter(odd -> !header || odd.equals("!"))
          .flatMap(odd -> Stream.of(odd, odd.repeat(Math.ceilDiv(Math.max(1, min), odd.length()))))
          .filter(odd -> odd.length() >= min && odd.length() <= max)
          .filter(odd -> !shape.pattern().matcher(odd).find())
          .findFirst()
          .ifPresent(odd -> add(with, odd, path + ": must satisfy the pattern "));
    }
  }

  private void number(
      Number number, @Nullable Shape shape, String path, UnaryOperator<Object> with) {
    if (shape == null) {
      return;
    }
    if (shape.min() != null && inRange(shape.min().subtract(BigDecimal.ONE), number)) {
      add(
          with,
          like(number, shape.min().subtract(BigDecimal.ONE)),
          path + ": must have value greater than or equal to ");
    }
    if (shape.max() != null && inRange(shape.max().add(BigDecimal.ONE), number)) {
      add(
          with,
          like(number, shape.max().add(BigDecimal.ONE)),
          path + ": must have value less than or equal to ");
    }
  }

  private static boolean inRange(BigDecimal wanted, Number number) {
    BigDecimal limit = BigDecimal.valueOf(number instanceof Integer ? Integer.MAX_VALUE : 1L << 52);
    return wanted.abs().compareTo(limit) <= 0;
  }

  private static Number like(Number number, BigDecimal value) {
    return switch (number) {
      case Integer any -> value.intValue();
      case Long any -> value.longValue();
      case Float any -> value.floatValue();
      default -> value.doubleValue();
    };
  }

  private void list(
      List<?> list,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      UnaryOperator<Object> with) {
    if (list.isEmpty()) {
      return;
    }
    if (shape != null && shape.max() != null && shape.max().intValue() < LONGEST) {
      int size = shape.max().intValue() + 1;
      add(
          with,
          Collections.nCopies(size, list.getFirst()),
          path + ": must have size less than or equal to ");
    }
    if (shape != null && shape.min() != null && shape.min().intValue() > 1) {
      add(with, List.of(list.getFirst()), path + ": must have size greater than or equal to ");
    }
    SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
    Shape elementShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    value(
        list.getFirst(),
        element,
        elementShape,
        enums,
        path + "[0]",
        other -> {
          List<Object> items = new ArrayList<>(list);
          items.set(0, other);
          return with.apply(items);
        });
  }

  private void map(
      Map<?, ?> map,
      SdkField<?> field,
      @Nullable Shape shape,
      SdkEnums enums,
      String path,
      UnaryOperator<Object> with) {
    if (map.isEmpty()) {
      return;
    }
    SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
    Shape valueShape = shape == null ? null : model.shape(shape.element()).orElse(null);
    Object key = map.keySet().iterator().next();
    value(
        map.get(key),
        element,
        valueShape,
        new SdkEnums(Set.of(), enums.values()),
        path + "[" + key + "]",
        other -> {
          Map<Object, Object> entries = new HashMap<>(map);
          entries.put(key, other);
          return with.apply(entries);
        });
  }

  private void add(UnaryOperator<Object> with, Object value, String reason) {
    faults.add(new Fault((SdkPojo) with.apply(value), reason));
  }

  private static Object with(SdkPojo pojo, SdkField<?> field, @Nullable Object value) {
    Object builder = ((ToCopyableBuilder<?, ?>) pojo).toBuilder();
    field.set(builder, value);
    return ((Buildable) builder).build();
  }
}
