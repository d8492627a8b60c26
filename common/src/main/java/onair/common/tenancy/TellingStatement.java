package onair.common.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that tells PostgreSQL whose rows it sees by the same message: the driver sends two
 * statements, parameters and all, and waits once. When it is asked for anything else than to take
 * parameters and be executed, it tells by itself before and is an ordinary statement from then on.
 */
final class TellingStatement implements InvocationHandler {

  private static final String TELL = "select set_config('onair.organization', ?, false);";
  private static final Set<String> EXECUTIONS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");

  private final TellingConnection connection;
  private final String sql;
  private final String seen;
  private final List<Parameter> parameters = new ArrayList<>();
  private @Nullable PreparedStatement both;
  private @Nullable PreparedStatement alone;

  private TellingStatement(TellingConnection connection, String sql, String seen) {
    this.connection = connection;
    this.sql = sql;
    this.seen = seen;
  }

  static PreparedStatement of(TellingConnection connection, String sql, String seen) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            TellingStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            new TellingStatement(connection, sql, seen));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {}
    }
    try {
      return answer(method, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments)
      throws SQLException, ReflectiveOperationException {
    if (alone != null) {
      return method.invoke(alone, arguments);
    }
    if (arguments == null && EXECUTIONS.contains(method.getName())) {
      return execute(method.getName());
    }
    if (arguments != null && isParameter(method)) {
      var parameter = new Parameter(method, arguments);
      if (both == null) {
        parameters.add(parameter);
      } else {
        parameter.give(both, 1);
      }
      return null;
    }
    if (both != null) {
      return afterwards(both, method, arguments);
    }
    return method.getName().equals("close") ? null : method.invoke(ordinary(), arguments);
  }

  private static boolean isParameter(Method method) {
    return method.getDeclaringClass() == PreparedStatement.class
        && method.getName().startsWith("set");
  }

  private Object execute(String how) throws SQLException, ReflectiveOperationException {
    if (both == null) {
      both = connection.prepare(TELL + sql);
      for (Parameter parameter : parameters) {
        parameter.give(both, 1);
      }
    }
    both.setString(1, seen);
    connection.telling();
    both.execute();
    connection.hasBeenTold(seen);
    boolean rows = both.getMoreResults();
    return switch (how) {
      case "execute" -> rows;
      case "executeQuery" -> rows(rows, both);
      case "executeUpdate" -> noRows(rows, both).getUpdateCount();
      default -> noRows(rows, both).getLargeUpdateCount();
    };
  }

  private static ResultSet rows(boolean are, PreparedStatement both) throws SQLException {
    if (!are) {
      throw new SQLException("No results were returned by the query.", "02000");
    }
    return both.getResultSet();
  }

  private static PreparedStatement noRows(boolean are, PreparedStatement both) throws SQLException {
    if (are) {
      throw new SQLException("A result was returned when none was expected.", "0100E");
    }
    return both;
  }

  /** What is asked of a statement that has been executed. */
  private static @Nullable Object afterwards(
      PreparedStatement both, Method method, @Nullable Object @Nullable [] arguments)
      throws SQLException, ReflectiveOperationException {
    if (method.getDeclaringClass() == PreparedStatement.class
        && !method.getName().equals("clearParameters")) {
      throw new SQLFeatureNotSupportedException(
          method.getName() + " after an execution: prepare another statement");
    }
    return method.invoke(both, arguments);
  }

  private PreparedStatement ordinary() throws SQLException, ReflectiveOperationException {
    connection.tell(seen);
    PreparedStatement statement = connection.prepare(sql);
    alone = statement;
    for (Parameter parameter : parameters) {
      parameter.give(statement, 0);
    }
    return statement;
  }

  /**
   * A value that waits for its statement.
   *
   * @param arguments the first is its place, from 1
   */
  private record Parameter(Method method, @Nullable Object[] arguments) {

    void give(PreparedStatement statement, int behind) throws ReflectiveOperationException {
      Object[] shifted = arguments.clone();
      if (shifted[0] instanceof Integer place) {
        shifted[0] = place + behind;
      }
      method.invoke(statement, shifted);
    }
  }
}
