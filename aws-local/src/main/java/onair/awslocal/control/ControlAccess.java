package onair.awslocal.control;

/** Whom the control door lets in. */
public enum ControlAccess {
  /** Callers on this machine that name it by a loopback name. */
  LOOPBACK,
  /** Whoever reaches the port, except pages of other sites in a browser. */
  OPEN,
  /** Nobody. */
  OFF
}
