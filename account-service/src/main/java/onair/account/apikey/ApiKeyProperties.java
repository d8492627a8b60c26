package onair.account.apikey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API keys.
 *
 * @param environment prefix of new keys: {@code test} gives {@code onair_test_…}, {@code live}
 *     gives {@code onair_live_…}
 */
@ConfigurationProperties("onair.account.api-key")
record ApiKeyProperties(@DefaultValue("test") ApiKeySecret.Environment environment) {}
