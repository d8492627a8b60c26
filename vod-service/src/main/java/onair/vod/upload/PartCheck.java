package onair.vod.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.common.problem.Violation;
import onair.vod.storage.MultipartUploads.Part;
import onair.vod.upload.CompleteRequest.SentPart;
import org.jspecify.annotations.Nullable;

/** Compares what a client says it sent with what S3 has. Pure. */
final class PartCheck {

  /** More would tell nothing new. */
  private static final int MOST_TOLD = 20;

  private PartCheck() {}

  /** Everything that does not fit; empty when the parts make the file. */
  static List<Violation> violations(PartPlan plan, List<SentPart> sent, List<Part> there) {
    List<Violation> found = new ArrayList<>();
    Map<Integer, Part> inS3 = new HashMap<>();
    there.forEach(part -> inS3.put(part.number(), part));
    Map<Integer, String> named = new HashMap<>();
    for (int i = 0; i < sent.size() && found.size() < MOST_TOLD; i++) {
      SentPart part = sent.get(i);
      String field = "parts[" + i + "]";
      if (part.number() < 1 || part.number() > plan.count()) {
        found.add(new Violation(field + ".number", "unknown_part", "must be 1 to " + plan.count()));
      } else if (named.put(part.number(), part.plainEtag()) != null) {
        found.add(new Violation(field + ".number", "repeated", "names a part for a second time"));
      } else {
        Violation wrong = compare(field, plan, part, inS3.get(part.number()));
        if (wrong != null) {
          found.add(wrong);
        }
      }
    }
    for (int number = 1; number <= plan.count() && found.size() < MOST_TOLD; number++) {
      if (!named.containsKey(number)) {
        found.add(new Violation("parts", "missing_part", "part " + number + " is missing"));
      }
    }
    return found;
  }

  private static @Nullable Violation compare(
      String field, PartPlan plan, SentPart sent, @Nullable Part there) {
    if (there == null) {
      return new Violation(
          field + ".number", "not_uploaded", "part " + sent.number() + " has not arrived");
    }
    if (!there.etag().equalsIgnoreCase(sent.plainEtag())) {
      return new Violation(
          field + ".etag",
          "wrong_etag",
          "part " + sent.number() + " has another etag; send it again or name that one");
    }
    long size = plan.size(sent.number());
    return there.size() == size
        ? null
        : new Violation(
            field,
            "wrong_size",
            "part %d has %d bytes instead of %d; send it again"
                .formatted(sent.number(), there.size(), size));
  }
}
