package onair.awslocal.cloudfront;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudfront.model.InconsistentQuantitiesException;

/** Every list in CloudFront's API says twice how long it is; both must agree. */
final class Quantities {

  private Quantities() {}

  /**
   * @throws InconsistentQuantitiesException naming the type whose {@code Quantity} is not the size
   *     of its {@code Items}
   */
  static void check(SdkPojo pojo) {
    Object quantity = null;
    int items = 0;
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (field.memberName().equals("Quantity")) {
        quantity = value;
      } else if (field.memberName().equals("Items") && value instanceof Collection<?> list) {
        items = list.size();
      }
      descend(value);
    }
    if (quantity instanceof Integer claimed && claimed != items) {
      throw InconsistentQuantitiesException.builder()
          .message(
              "The value of Quantity and the size of Items don't match in "
                  + pojo.getClass().getSimpleName()
                  + ": "
                  + claimed
                  + " and "
                  + items
                  + ".")
          .build();
    }
  }

  private static void descend(Object value) {
    switch (value) {
      case SdkPojo nested -> check(nested);
      case List<?> list -> list.forEach(Quantities::descend);
      case Map<?, ?> map -> map.values().forEach(Quantities::descend);
      case null, default -> {}
    }
  }
}
