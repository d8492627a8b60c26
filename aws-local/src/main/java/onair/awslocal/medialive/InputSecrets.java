package onair.awslocal.medialive;

import java.util.Optional;
import onair.awslocal.resource.Scope;

/** Where passphrases are read that inputs and destinations name by ARN. */
@FunctionalInterface
public interface InputSecrets {

  /** The current text of a secret; empty when there is none that can be read. */
  Optional<String> text(Scope scope, String secretArn);
}
