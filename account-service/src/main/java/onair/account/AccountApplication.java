package onair.account;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AccountConfiguration.class)
public class AccountApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AccountApplication.class, arguments);
  }
}
