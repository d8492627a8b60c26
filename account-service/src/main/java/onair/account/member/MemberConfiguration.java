package onair.account.member;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Members. */
@Configuration(proxyBeanMethods = false)
public class MemberConfiguration {

  /**
   * New hashes are BCrypt; each hash names its algorithm, so that a stronger one can come later.
   */
  @Bean
  MemberStore memberStore(JdbcClient jdbc) {
    return new MemberStore(jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder());
  }
}
