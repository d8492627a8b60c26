package onair.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.junit.AwsLocalExtension;
import onair.awslocal.junit.WithAwsLocal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Tells the Spring context of a test class where its parts are. Found through {@code
 * META-INF/spring.factories}.
 */
final class PartsContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    var properties = new LinkedHashMap<String, Object>();
    if (TestContextAnnotationUtils.hasAnnotation(testClass, WithPostgres.class)) {
      properties.putAll(PostgresDatabase.of(testClass).properties());
    }
    if (TestContextAnnotationUtils.hasAnnotation(testClass, WithTokens.class)) {
      properties.put("onair.token.public-key", Keys.PUBLIC);
      properties.put("onair.token.private-key", Keys.PRIVATE);
    }
    if (TestContextAnnotationUtils.hasAnnotation(testClass, WithAwsLocal.class)) {
      properties.put(
          "onair.aws.endpoint", AwsLocalExtension.keptFor(testClass).endpoint().toString());
      properties.put("onair.aws.access-key-id", "test");
      properties.put("onair.aws.secret-access-key", "test");
    }
    return properties.isEmpty() ? null : new Parts(properties);
  }

  /** Written once per JVM. */
  private static final class Keys {
    static final String PUBLIC = TestTokens.shared().publicKeyPem().toString();
    static final String PRIVATE = TestTokens.shared().privateKeyPem().toString();
  }

  /** Equal properties share a context. */
  private record Parts(Map<String, Object> properties) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("onair test parts", properties));
    }
  }
}
