package onair.vod.asset;

/**
 * How far an asset has come; the percentage never falls.
 *
 * @param phase a word: {@code waiting_for_upload}, {@code probing}, {@code queued}, {@code
 *     transcoding}, {@code uploading}, {@code harvesting} or {@code ready}
 * @param percent of all of it, 0 to 100; 100 only when ready
 */
record Progress(String phase, int percent) {

  private static final int ALMOST = 99;

  /** Within a phase it is told that often, so that whoever follows is not flooded. */
  private static final int STEP = 10;

  static final Progress WAITING = new Progress("waiting_for_upload", 0);
  static final Progress READY = new Progress("ready", 100);

  /** A later stand; what AWS calls all done is not ready before its results were seen. */
  Progress towards(String newPhase, int newPercent) {
    return new Progress(newPhase, Math.max(percent, Math.clamp(newPercent, 0, ALMOST)));
  }

  /**
   * Whether whoever was told of that stand is to be told of this one: a phase, or a ten percent.
   */
  boolean isNewsAfter(Progress before) {
    return !phase.equals(before.phase) || percent / STEP > before.percent / STEP;
  }
}
