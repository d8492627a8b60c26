package onair.delivery.distribution;

import java.util.Locale;

/**
 * How the distribution proves to origins that it is the one who asks; without it they answer
 * nobody.
 *
 * @param name unique in the AWS account
 * @param signing the origins it is for
 */
public record AccessControl(String name, Signing signing) {

  /** The one of an installation for that kind of origin. */
  static AccessControl of(String deployment, Signing signing) {
    return new AccessControl(
        "onair-" + deployment + "-" + signing.name().toLowerCase(Locale.ROOT), signing);
  }
}
