package onair.awslocal.medialive;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;

/** Finds the places in an output group that name a destination, in whichever kind of group. */
final class References {

  private References() {}

  /**
   * @param path of {@code shape}; what is found is told with its own path below it
   */
  static void inside(SdkPojo shape, String path, BiConsumer<String, OutputLocationRef> found) {
    for (SdkField<?> field : shape.sdkFields()) {
      String member = path + "." + lowerFirst(field.memberName());
      visit(field.getValueOrDefault(shape), member, found);
    }
  }

  private static void visit(
      Object value, String path, BiConsumer<String, OutputLocationRef> found) {
    switch (value) {
      case null -> {}
      case OutputLocationRef reference -> found.accept(path, reference);
      case SdkPojo nested -> inside(nested, path, found);
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(list.get(i), path + "[" + i + "]", found);
        }
      }
      default -> {}
    }
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
