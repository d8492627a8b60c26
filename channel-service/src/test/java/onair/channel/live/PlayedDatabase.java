package onair.channel.live;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The way to the database, with a point before each statement and around each commit. */
final class PlayedDatabase extends DelegatingDataSource {

  private static final int NAME = 48;

  PlayedDatabase(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    PlayedProcess process = PlayedProcess.here();
    if (process == null) {
      return super.getConnection();
    }
    if (process.isDead()) {
      throw new SQLException("the process is dead");
    }
    Connection connection = super.getConnection();
    return proxy(Connection.class, new PlayedConnection(connection, process));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PlayedDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object pass(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static SQLException lost(String what) {
    return new SQLException("the connection was lost " + what, "08006");
  }

  private record PlayedConnection(Connection connection, PlayedProcess process)
      implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return switch (method.getName()) {
        case "commit" -> {
          commit();
          yield null;
        }
        case "prepareStatement" ->
            proxy(
                PreparedStatement.class,
                new PlayedStatement(
                    (PreparedStatement) pass(connection, method, arguments),
                    String.valueOf(arguments == null ? null : arguments[0]),
                    this));
        default -> pass(connection, method, arguments);
      };
    }

    private void commit() throws SQLException {
      process.point("commit");
      int fate = process.commit();
      if (fate == 1) {
        connection.rollback();
        throw lost("before the commit");
      }
      connection.commit();
      if (fate == 2) {
        throw lost("after the commit");
      }
      process.point("committed");
    }
  }

  private record PlayedStatement(PreparedStatement statement, String sql, PlayedConnection way)
      implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (!method.getName().startsWith("execute")) {
        return pass(statement, method, arguments);
      }
      PlayedProcess process = way.process();
      String name = name();
      process.point(name);
      boolean alone = way.connection().getAutoCommit() && !name.startsWith("select");
      int fate = alone ? process.commit() : 0;
      if (fate == 1) {
        throw lost("before the statement");
      }
      Object result = pass(statement, method, arguments);
      if (fate == 2) {
        throw lost("after the statement");
      }
      if (alone) {
        process.point("committed " + name);
      }
      return result;
    }

    private String name() {
      String line = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      return line.length() <= NAME ? line : line.substring(0, NAME);
    }
  }
}
