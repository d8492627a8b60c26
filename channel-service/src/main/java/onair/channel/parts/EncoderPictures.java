package onair.channel.parts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Small pictures of what encoders are working on. */
public interface EncoderPictures {

  /**
   * A JPEG.
   *
   * @param takenAt when AWS took it
   */
  record Picture(byte[] jpeg, Instant takenAt) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Picture(byte[] bytes, Instant at)
          && Arrays.equals(jpeg, bytes)
          && takenAt.equals(at);
    }

    @Override
    public int hashCode() {
      return Objects.hash(Arrays.hashCode(jpeg), takenAt);
    }

    @Override
    public String toString() {
      return "Picture[%d bytes, %s]".formatted(jpeg.length, takenAt);
    }
  }

  /** The newest; empty when the encoder does not run or has made none yet. Calls AWS. */
  Optional<Picture> newest(String physicalId);
}
