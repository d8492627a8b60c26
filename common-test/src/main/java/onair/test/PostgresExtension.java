package onair.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import onair.common.tenancy.Tenancy;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Gives a test class its {@link PostgresDatabase} as a parameter, and lets the test's own thread
 * see the rows of all organizations, so that it can look behind what it tests. Requests and
 * background work have threads of their own, and see there what they see in production. Comes with
 * {@link WithPostgres}.
 */
public final class PostgresExtension
    implements ParameterResolver, BeforeAllCallback, InvocationInterceptor {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresDatabase.class;
  }

  @Override
  public PostgresDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return PostgresDatabase.of(context.getRequiredTestClass());
  }

  /** What is waited for is looked at by the test's own thread. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.pollInSameThread();
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    return Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Tenancy.asSystem(invocation::proceed);
  }
}
