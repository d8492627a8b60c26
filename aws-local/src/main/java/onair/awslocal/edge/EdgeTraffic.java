package onair.awslocal.edge;

/** Is told what viewers got. Called before the body is on its way; return soon. */
@FunctionalInterface
public interface EdgeTraffic {

  /** Tells nobody. */
  EdgeTraffic NOBODY = (distribution, status, bytes) -> {};

  /**
   * @param status HTTP status
   * @param bytes of the body
   */
  void served(EdgeDistribution distribution, int status, long bytes);
}
