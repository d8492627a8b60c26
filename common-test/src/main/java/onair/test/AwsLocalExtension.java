package onair.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class its {@link AwsLocal} as a parameter. Comes with {@link WithAwsLocal}. */
public final class AwsLocalExtension implements ParameterResolver {

  private static final Map<String, AwsLocal> BY_OWNER = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> BY_OWNER.values().forEach(AwsLocal::close)));
  }

  /**
   * The one of a test class; started when first asked for, ended with the JVM because Spring
   * contexts live that long.
   */
  static AwsLocal of(Class<?> testClass) {
    return BY_OWNER.computeIfAbsent(testClass.getName(), name -> start());
  }

  private static AwsLocal start() {
    try {
      return AwsLocal.start(AwsLocalConfig.forTests(Files.createTempDirectory("onair-aws-local-")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsLocal.class;
  }

  @Override
  public AwsLocal resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context.getRequiredTestClass());
  }
}
