package onair.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class its {@link PostgresDatabase} as a parameter. Comes with {@link WithPostgres}.
 */
public final class PostgresExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresDatabase.class;
  }

  @Override
  public PostgresDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return PostgresDatabase.of(context.getRequiredTestClass());
  }
}
