package onair.awslocal.mediaconvert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What is wrong with a job's settings, all of it at once. */
final class Findings {

  private final List<String> all = new ArrayList<>();

  /**
   * @param path of the setting, such as {@code Settings.OutputGroups[0]}
   */
  void add(String path, String message) {
    all.add(path + ": " + message);
  }

  void require(boolean holds, String path, String message) {
    if (!holds) {
      add(path, message);
    }
  }

  /** Finds members that were given although nothing here does what they say. */
  void onlyKnown(@Nullable SdkPojo settings, String path, Set<String> known) {
    if (settings == null) {
      return;
    }
    for (SdkField<?> field : settings.sdkFields()) {
      boolean given = Shapes.isGiven(field.getValueOrDefault(settings));
      if (given && !known.contains(field.memberName())) {
        add(path + "." + field.memberName(), "is not supported by the local MediaConvert");
      }
    }
  }

  /** 400 when anything was found. */
  void refuse() {
    if (!all.isEmpty()) {
      throw Refusals.badRequest(String.join("; ", all));
    }
  }
}
