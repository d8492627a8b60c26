package onair.awslocal.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;

/**
 * The enumerated values of one field as this SDK version knows them, found by the return type of
 * its getter.
 *
 * @param keys of a map field, else empty
 * @param values of the field, or of its elements; empty when it is free text
 */
record SdkEnums(Set<String> keys, Set<String> values) {

  private static final SdkEnums NONE = new SdkEnums(Set.of(), Set.of());

  private record Key(Class<?> type, String member) {}

  private static final Map<Key, SdkEnums> FOUND = new ConcurrentHashMap<>();

  static SdkEnums of(Class<?> type, SdkField<?> field) {
    return FOUND.computeIfAbsent(new Key(type, field.memberName()), SdkEnums::find);
  }

  private static SdkEnums find(Key key) {
    return Arrays.stream(key.type().getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getName().equalsIgnoreCase(key.member()))
        .findFirst()
        .map(Method::getGenericReturnType)
        .map(SdkEnums::ofType)
        .orElse(NONE);
  }

  private static SdkEnums ofType(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return arguments.length == 2
          ? new SdkEnums(valuesOf(arguments[0]), valuesOf(arguments[1]))
          : new SdkEnums(Set.of(), valuesOf(arguments[0]));
    }
    return new SdkEnums(Set.of(), valuesOf(type));
  }

  private static Set<String> valuesOf(@Nullable Type type) {
    Set<String> values = new TreeSet<>();
    if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      for (Object constant : enumeration.getEnumConstants()) {
        if (!((Enum<?>) constant).name().equals("UNKNOWN_TO_SDK_VERSION")) {
          values.add(constant.toString());
        }
      }
    }
    return values;
  }
}
