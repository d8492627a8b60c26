package onair.ads.adbreak;

/**
 * A break as MediaTailor names it when it asks for ads.
 *
 * @param organizationId whose ads are asked for
 * @param spliceEventId out of the SCTE-35 marker
 */
record Avail(String organizationId, String playbackId, long spliceEventId) {}
