package onair.ads.adbreak;

/**
 * A break as MediaTailor names it when it asks for ads.
 *
 * @param spliceEventId out of the SCTE-35 marker
 */
record Avail(String playbackId, long spliceEventId) {}
