package onair.account.apikey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API keys.
 *
 * @param environment what the installation is for: {@code test} takes and makes keys {@code
 *     onair_test_…}, {@code live} {@code onair_live_…}
 */
@ConfigurationProperties("onair.account.api-key")
record ApiKeyProperties(@DefaultValue("test") ApiKeySecret.Environment environment) {}
