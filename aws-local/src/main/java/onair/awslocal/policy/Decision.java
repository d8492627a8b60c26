package onair.awslocal.policy;

/** What a policy says to a request. Only {@link #ALLOW} lets it pass. */
public enum Decision {
  ALLOW,
  /** A statement forbids it; no other statement can allow it again. */
  EXPLICIT_DENY,
  /** No statement speaks of it, and what is not allowed is denied. */
  IMPLICIT_DENY
}
