package onair.awslocal.mediaconnect;

import java.util.Optional;
import onair.awslocal.resource.Scope;

/** Where passphrases are read that flows name by ARN. */
@FunctionalInterface
public interface SecretReader {

  /** The current text of a secret; empty when there is none that can be read. */
  Optional<String> text(Scope scope, String secretArn);
}
