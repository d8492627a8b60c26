package onair.common.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Arrays;
import java.util.Locale;

/** Names enum words as our JSON does. */
final class LowerCaseEnums extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  @SuppressWarnings("deprecation") // ModelResolver asks this one
  public String[] findEnumValues(Class<?> type, Enum<?>[] constants, String[] names) {
    String[] found = super.findEnumValues(type, constants, names);
    return Arrays.stream(constants)
        .map(
            constant ->
                found[constant.ordinal()] == null || !hasOwnName(type, constant)
                    ? constant.name().toLowerCase(Locale.ROOT)
                    : found[constant.ordinal()])
        .toArray(String[]::new);
  }

  private static boolean hasOwnName(Class<?> type, Enum<?> constant) {
    try {
      return type.getField(constant.name()).isAnnotationPresent(JsonProperty.class);
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
