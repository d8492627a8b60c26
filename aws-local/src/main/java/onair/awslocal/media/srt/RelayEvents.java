package onair.awslocal.media.srt;

import onair.awslocal.media.SrtRefusal;

/** What a relay sees pass by. Called on its threads: return soon. */
interface RelayEvents {

  /**
   * The two ends have agreed on a connection.
   *
   * @param peer numeric address of the other side
   */
  void accepted(String peer);

  void refused(SrtRefusal refusal);

  /** The other side has said goodbye, or is silent while somebody else wants its place. */
  void left();
}
