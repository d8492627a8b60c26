package onair.vod.upload;

/**
 * How a file is cut: equal parts, the last one may be shorter. Pure.
 *
 * @param sizeBytes of the file; a file of none has one part of none
 * @param partSizeBytes of all parts but the last
 */
record PartPlan(long sizeBytes, long partSizeBytes) {

  private static final long MEBIBYTE = 1024L * 1024;

  /** S3 takes ten thousand; so few keep the reply with all their addresses below a MiB. */
  private static final int MOST_PARTS = 1000;

  /**
   * @param leastPartSize no part but the last is smaller; whole MiB
   */
  static PartPlan of(long sizeBytes, long leastPartSize) {
    long even = Math.ceilDiv(sizeBytes, MOST_PARTS);
    return new PartPlan(
        sizeBytes, Math.max(leastPartSize, Math.ceilDiv(even, MEBIBYTE) * MEBIBYTE));
  }

  int count() {
    return (int) Math.max(1, Math.ceilDiv(sizeBytes, partSizeBytes));
  }

  /** Bytes of one part. */
  long size(int number) {
    return number < count() ? partSizeBytes : sizeBytes - partSizeBytes * (count() - 1);
  }
}
