package onair.account.webhook;

import java.time.Duration;
import onair.common.secret.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param secretKey 32 bytes in base64 that encrypt the secrets of webhooks; losing it loses them
 * @param timeout within which a receiver has to answer
 * @param atATime most deliveries of one webhook under way at the same time, each of another
 *     resource
 * @param kept how long deliveries are listed after their end
 */
@ConfigurationProperties("onair.account.webhook")
record WebhookProperties(
    @Nullable String secretKey,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("8") int atATime,
    @DefaultValue("30d") Duration kept) {

  WebhookProperties {
    SecretBox.key("onair.account.webhook.secret-key", secretKey);
    require(
        timeout.isPositive() && timeout.toSeconds() <= 30,
        "timeout must be up to 30s, not " + timeout);
    require(atATime >= 1 && atATime <= 20, "at-a-time must be 1 to 20, not " + atATime);
    require(kept.isPositive(), "kept must be longer than nothing, not " + kept);
  }

  SecretBox box() {
    String property = "onair.account.webhook.secret-key";
    return new SecretBox(property, SecretBox.key(property, secretKey));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.account.webhook." + otherwise);
    }
  }

  @Override
  public String toString() {
    return "WebhookProperties[secretKey=***, timeout=%s, atATime=%d, kept=%s]"
        .formatted(timeout, atATime, kept);
  }
}
