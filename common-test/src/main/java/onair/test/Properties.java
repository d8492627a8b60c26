package onair.test;

import jakarta.validation.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Binds a {@code @ConfigurationProperties} record as a starting service would, for tests of its
 * defaults, of each key, and of what a bad value is told. Settings are given without the record's
 * prefix: {@code "idle=1h"}.
 */
public final class Properties<T> {

  private final Class<T> type;
  private final String prefix;

  private Properties(Class<T> type, String prefix) {
    this.type = type;
    this.prefix = prefix;
  }

  public static <T> Properties<T> of(Class<T> type) {
    return new Properties<>(type, type.getAnnotation(ConfigurationProperties.class).value());
  }

  /** The record with these settings and defaults for the rest. */
  public T bind(String... settings) {
    Map<String, String> values =
        Arrays.stream(settings)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(pair -> prefix + "." + pair[0], pair -> pair[1]));
    var binder =
        new Binder(
            List.of(new MapConfigurationPropertySource(values)),
            null,
            ApplicationConversionService.getSharedInstance());
    try (var validation = Validation.buildDefaultValidatorFactory()) {
      var validating =
          new ValidationBindHandler(new SpringValidatorAdapter(validation.getValidator()));
      return binder.bindOrCreate(prefix, Bindable.of(type), validating);
    }
  }

  /**
   * All messages of the failure these settings start with; fails the test when the service would
   * start.
   */
  public String failure(String... settings) {
    try {
      T bound = bind(settings);
      throw new AssertionError("Starts with " + bound);
    } catch (BindException refused) {
      return Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
          .map(String::valueOf)
          .collect(Collectors.joining("\n"));
    }
  }
}
