package onair.awslocal.media.packager;

import java.util.List;
import onair.awslocal.media.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * ID3 metadata of one GOP.
 *
 * @param once what stands where it begins
 * @param eachSegment what stands where a segment begins with it; null for nothing
 */
record Tags(List<Metadata.Once> once, @Nullable Metadata eachSegment) {

  static final Tags NONE = new Tags(List.of(), null);

  Tags {
    once = List.copyOf(once);
  }

  boolean isEmpty() {
    return once.isEmpty() && eachSegment == null;
  }
}
