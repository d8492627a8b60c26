package onair.account.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Invitations.
 *
 * @param life how long one can be accepted
 */
@ConfigurationProperties("onair.account.invitation")
record InvitationProperties(@DefaultValue("7d") Duration life) {

  InvitationProperties {
    if (!life.isPositive()) {
      throw new IllegalArgumentException(
          "onair.account.invitation.life must be longer than nothing, not " + life);
    }
  }
}
