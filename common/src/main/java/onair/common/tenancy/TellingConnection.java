package onair.common.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
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
      case "prepareStatement", "createStatement", "prepareCall" -> tell();
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
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private void tell() throws SQLException {
    String seen = Tenancy.current();
    if (sure && seen.equals(told)) {
      return;
    }
    sure = false;
    try (var statement =
        connection.prepareStatement("select set_config('onair.organization', ?, false)")) {
      statement.setString(1, seen);
      statement.execute();
    }
    told = seen;
    sure = true;
  }
}
