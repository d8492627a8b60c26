package onair.awslocal.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Copies between the SDK's shapes of one thing. A channel is a {@code Channel}, a {@code
 * DescribeChannelResponse}, a {@code ChannelSummary} and more, all with members of the same names.
 */
public final class Shapes {

  private Shapes() {}

  /**
   * Sets each member of the builder that {@code from} has a value for, by name; nested shapes of
   * other types are copied the same way. Members not given in {@code from} stay as they are, so the
   * same call makes a response out of a resource and applies an update to one.
   */
  public static <B extends SdkPojo> B fill(B builder, SdkPojo from) {
    Map<String, Object> given = new HashMap<>();
    for (SdkField<?> field : from.sdkFields()) {
      Object value = field.getValueOrDefault(from);
      if (isGiven(value)) {
        given.put(field.memberName(), value);
      }
    }
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = given.get(field.memberName());
      if (value != null) {
        field.set(builder, fitted(field, value));
      }
    }
    return builder;
  }

  /** Whether a member of a shape was set; empty collections can be. */
  public static boolean isGiven(@Nullable Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private static Object fitted(SdkField<?> field, Object value) {
    return switch (value) {
      case SdkPojo pojo -> ((Buildable) fill(field.constructor().get(), pojo)).build();
      case List<?> list -> {
        SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        yield element.marshallingType() == MarshallingType.SDK_POJO
            ? list.stream().map(item -> fitted(element, item)).toList()
            : list;
      }
      default -> value;
    };
  }
}
