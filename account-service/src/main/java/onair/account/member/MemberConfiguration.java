package onair.account.member;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Members. */
@Configuration(proxyBeanMethods = false)
public class MemberConfiguration {

  @Bean
  MemberStore memberStore(JdbcClient jdbc) {
    return new MemberStore(jdbc);
  }

  /**
   * New hashes are BCrypt; each hash names its algorithm, so that a stronger one can come later.
   */
  @Bean
  Passwords passwords(JdbcClient jdbc, MemberStore members) {
    return new Passwords(jdbc, members, PasswordEncoderFactories.createDelegatingPasswordEncoder());
  }

  @Bean
  MemberController memberController(
      MemberStore members, PlatformTransactionManager transactions, InstantSource clock) {
    return new MemberController(
        members, new Members(members, new TransactionTemplate(transactions), clock));
  }
}
