package onair.account.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** What can be refused without the database is, so that guessing costs us nothing. */
class UnaskedDatabaseTest {

  private final ApiKeys keys =
      new ApiKeys(
          new ApiKeyStore(JdbcClient.create(new Unasked())),
          TransactionOperations.withoutTransaction(),
          ApiKeySecret.Environment.TEST,
          InstantSource.system());

  @Test
  void refusesAMistypedKeyUnasked() {
    String good = ApiKeySecret.generate(ApiKeySecret.Environment.TEST).text();
    for (int i = "onair_test_".length(); i < good.length(); i++) {
      char other = good.charAt(i) == 'x' ? 'y' : 'x';
      String mistyped = good.substring(0, i) + other + good.substring(i + 1);
      assertThat(keys.verify(mistyped)).as(mistyped).isEmpty();
    }
    assertThat(keys.verify(good + "x")).isEmpty();
    assertThat(keys.verify("")).isEmpty();
  }

  @Test
  void refusesAKeyOfTheOtherEnvironmentUnasked() {
    assertThat(keys.verify(ApiKeySecret.generate(ApiKeySecret.Environment.LIVE).text())).isEmpty();
  }

  @Test
  void asksForAGoodOne() {
    String good = ApiKeySecret.generate(ApiKeySecret.Environment.TEST).text();

    assertThatThrownBy(() -> keys.verify(good)).hasStackTraceContaining("The database was asked");
  }

  private static final class Unasked extends AbstractDataSource {

    @Override
    public Connection getConnection() {
      throw new IllegalStateException("The database was asked");
    }

    @Override
    public Connection getConnection(String username, String password) {
      return getConnection();
    }
  }
}
