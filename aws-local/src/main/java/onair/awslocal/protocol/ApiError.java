package onair.awslocal.protocol;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An error as it goes out.
 *
 * @param code such as {@code NotFoundException}
 * @param detail the modelled exception, whose fields are members of the body; null when there is
 *     none
 */
record ApiError(String code, int status, String message, @Nullable SdkPojo detail) {

  boolean isSenderFault() {
    return status < 500;
  }
}
