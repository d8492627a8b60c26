package onair.awslocal.media.packager;

import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.Metadata;
import org.jspecify.annotations.Nullable;

/** Lays metadata on the GOPs to come. Guarded by its channel. */
final class Tagging {

  private final List<Metadata.Once> waiting = new ArrayList<>();
  private @Nullable Metadata eachSegment;

  void add(Metadata metadata) {
    switch (metadata) {
      case Metadata.Once once -> waiting.add(once);
      case Metadata.EachSegment each -> eachSegment = each;
      case Metadata.TextInEachSegment text -> eachSegment = text;
    }
  }

  /** The next GOP, with its metadata. */
  Gop mark(Gop gop) {
    if (waiting.isEmpty() && eachSegment == null) {
      return gop;
    }
    Gop marked = gop.with(new Tags(waiting, eachSegment));
    waiting.clear();
    return marked;
  }
}
