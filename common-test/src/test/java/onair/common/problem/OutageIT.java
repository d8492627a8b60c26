package onair.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsConfiguration;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import onair.test.TestApi;
import onair.test.WithTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A service whose database and AWS are not there: nobody listens on port 1. */
@WithTokens
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=show-service",
      "spring.flyway.enabled=false",
      "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
      "spring.datasource.hikari.connection-timeout=250",
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=a",
      "onair.aws.secret-access-key=b",
      "onair.aws.max-attempts=1"
    })
class OutageIT {

  @LocalServerPort private int port;

  @Test
  void saysThatTheDatabaseIsAway() {
    unavailable("/v1/query", "database_unavailable", "5");
    unavailable("/v1/transaction", "database_unavailable", "5");
  }

  @Test
  void saysThatAwsIsAway() {
    unavailable("/v1/aws", "aws_unavailable", "5");
  }

  @Test
  void saysThatSomebodyElseWasFaster() {
    unavailable("/v1/busy", "busy", "1");
  }

  private void unavailable(String path, String code, String retryAfter) {
    var reply =
        TestApi.at(port).as("show-service", new Caller("org_1", "key_1", Set.of())).get(path);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.problem().path("retryable").asBoolean()).isTrue();
    assertThat(reply.header("Retry-After")).contains(retryAfter);
    assertThat(reply.text()).doesNotContain("Exception").doesNotContain("127.0.0.1");
  }

  @AnyCaller
  @RestController
  static class Broken {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SqsClient sqs;

    Broken(JdbcClient jdbc, PlatformTransactionManager transactions, AwsClients clients) {
      this.jdbc = jdbc;
      this.transactions = new TransactionTemplate(transactions);
      this.sqs = clients.create(SqsClient.builder());
    }

    @GetMapping("/v1/query")
    int query() {
      return jdbc.sql("select 1").query(Integer.class).single();
    }

    @GetMapping("/v1/transaction")
    void transaction() {
      transactions.executeWithoutResult(transaction -> {});
    }

    @GetMapping("/v1/aws")
    int aws() {
      return sqs.listQueues().queueUrls().size();
    }

    @GetMapping("/v1/busy")
    void busy() {
      throw new PessimisticLockingFailureException("deadlock");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    WebConfiguration.class,
    ServiceSecurityConfiguration.class,
    AwsConfiguration.class,
    Broken.class
  })
  static class App {}
}
