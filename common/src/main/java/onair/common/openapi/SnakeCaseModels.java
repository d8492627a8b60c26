package onair.common.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.swagger.v3.core.jackson.ModelResolver;
import java.util.Arrays;
import java.util.Locale;

/**
 * Names fields and enum words as our JSON does. The description's library reads models with a JSON
 * library of its own.
 */
final class SnakeCaseModels {

  private SnakeCaseModels() {}

  static ModelResolver resolver(ObjectMapper json, boolean openapi31) {
    ObjectMapper snakeCase =
        json.copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setAnnotationIntrospector(new LowerCaseEnums());
    return new ModelResolver(snakeCase).openapi31(openapi31);
  }

  private static final class LowerCaseEnums extends JacksonAnnotationIntrospector {

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
}
