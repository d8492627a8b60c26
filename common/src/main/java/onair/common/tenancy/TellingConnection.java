package onair.common.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection and what it last told PostgreSQL. A statement sees the rows its thread saw when it
 * was made, also when that changes within a transaction.
 */
final class TellingConnection implements InvocationHandler {

  private final Connection connection;
  private String told = Tenancy.NOBODY;
  private boolean sure = true;

  private TellingConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection around(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            TellingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new TellingConnection(connection));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "prepareStatement" -> {
        String seen = Tenancy.current();
        if (arguments != null && arguments.length == 1 && !hasTold(seen)) {
          return TellingStatement.of(this, (String) arguments[0], seen);
        }
        tell(seen);
      }
      case "createStatement", "prepareCall" -> tell(Tenancy.current());
      // PostgreSQL takes back what was told in the transaction.
      case "rollback" -> sure = false;
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {}
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      // A commit that fails is a rollback.
      sure = false;
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private boolean hasTold(String seen) {
    return sure && seen.equals(told);
  }

  /** Tells it by itself, when it is news. */
  void tell(String seen) throws SQLException {
    if (hasTold(seen)) {
      return;
    }
    telling();
    try (var statement =
        connection.prepareStatement("select set_config('onair.organization', ?, false)")) {
      statement.setString(1, seen);
      statement.execute();
    }
    hasBeenTold(seen);
  }

  /** Whether PostgreSQL has heard it is not known until {@link #hasBeenTold}. */
  void telling() {
    sure = false;
  }

  void hasBeenTold(String seen) {
    told = seen;
    sure = true;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }
}
