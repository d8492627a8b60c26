package onair.awslocal.junit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.AwsLocal;
import onair.awslocal.client.AwsLocalControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.core.SdkClient;

/** Comes with {@link WithAwsLocal}. */
public final class AwsLocalExtension implements ParameterResolver, AfterAllCallback {

  private static final Map<Class<?>, OwnAwsLocal> RUNNING = new ConcurrentHashMap<>();

  /**
   * The one of a test class, which from now on lives until the JVM ends: for what outlives the
   * class, such as a Spring context that is kept for others.
   *
   * @param testClass has {@link WithAwsLocal}, or is nested in one that has
   * @throws IllegalArgumentException when it has not, or settings are bad
   */
  public static AwsLocal keptFor(Class<?> testClass) {
    OwnAwsLocal own = of(testClass);
    own.keep();
    return own.running();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == AwsLocal.class
        || type == AwsLocalControl.class
        || SdkClient.class.isAssignableFrom(type) && !isOfOthers(parameter);
  }

  /** A constructor that is annotated, as for Spring, gets its clients from whom that is for. */
  private static boolean isOfOthers(ParameterContext parameter) {
    Executable executable = parameter.getDeclaringExecutable();
    return executable instanceof Constructor<?> && executable.getAnnotations().length > 0;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    OwnAwsLocal own;
    try {
      own = of(context.getRequiredTestClass());
      if (type == AwsLocal.class) {
        return own.running();
      }
      return type == AwsLocalControl.class
          ? own.control()
          : own.client(type.asSubclass(SdkClient.class));
    } catch (IllegalArgumentException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Ends the one of this class, unless it is kept. */
  @Override
  public void afterAll(ExtensionContext context) {
    OwnAwsLocal own = RUNNING.get(context.getRequiredTestClass());
    if (own != null && !own.isKept()) {
      RUNNING.remove(context.getRequiredTestClass());
      own.close();
    }
  }

  private static OwnAwsLocal of(Class<?> testClass) {
    for (@Nullable Class<?> owner = testClass; owner != null; owner = owner.getEnclosingClass()) {
      WithAwsLocal wish = owner.getAnnotation(WithAwsLocal.class);
      if (wish != null) {
        return RUNNING.computeIfAbsent(owner, name -> OwnAwsLocal.start(wish.settings()));
      }
    }
    throw new IllegalArgumentException(
        "%s has no @WithAwsLocal".formatted(testClass.getSimpleName()));
  }
}
