package onair.vod.asset;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import onair.vod.harvest.Packaging;

/** Where an asset comes from; its JSON is kept with the asset. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Source.Uploaded.class, name = "upload"),
  @JsonSubTypes.Type(value = Source.Recorded.class, name = "recording"),
  @JsonSubTypes.Type(value = Source.Clipped.class, name = "clip")
})
sealed interface Source {

  /** Whether a file is there, or may still come. */
  enum Arrival {
    AWAITED,
    THERE,
    /** It will not come: the upload has ended and left nothing. */
    NEVER
  }

  /**
   * A file that somebody sends.
   *
   * @param uploadId {@code up_…}
   * @param key of the object in the bucket
   * @param sizeBytes as announced
   */
  record Uploaded(String uploadId, String key, long sizeBytes, Arrival arrival) implements Source {
    Uploaded arrived(Arrival now) {
      return new Uploaded(uploadId, key, sizeBytes, now);
    }
  }

  /** What a packager still has. */
  sealed interface Harvested extends Source {

    /** {@code ch_…} */
    String channelId();

    /** One broadcast of the channel, {@code ses_…}. */
    String sessionId();

    Packaging packaging();

    /** First media. */
    Instant startedAt();

    /** Last media. */
    Instant endedAt();
  }

  /** A broadcast, all of it. */
  record Recorded(
      String channelId, String sessionId, Packaging packaging, Instant startedAt, Instant endedAt)
      implements Harvested {}

  /**
   * A stretch of a broadcast.
   *
   * @param clipId {@code clp_…}
   */
  record Clipped(
      String channelId,
      String sessionId,
      String clipId,
      Packaging packaging,
      Instant startedAt,
      Instant endedAt)
      implements Harvested {}
}
