package onair.awslocal.edge;

import java.security.PublicKey;
import java.util.Map;

/** Who may see what a behavior serves. */
public sealed interface ViewerAccess {

  ViewerAccess EVERYONE = new Everyone();

  /** Whoever asks. */
  record Everyone() implements ViewerAccess {}

  /**
   * Whoever shows a signed URL or signed cookies.
   *
   * @param keys RSA or elliptic, by the id that signatures name them by
   */
  record Signed(Map<String, PublicKey> keys) implements ViewerAccess {
    public Signed {
      keys = Map.copyOf(keys);
    }
  }
}
