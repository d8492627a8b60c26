package onair.awslocal.servicequotas;

import software.amazon.awssdk.services.servicequotas.model.IllegalArgumentException;
import software.amazon.awssdk.services.servicequotas.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.ResourceAlreadyExistsException;

/** Service Quotas' refusals, in its own words. */
final class Refusals {

  private Refusals() {}

  static NoSuchResourceException noService() {
    return missing("The request failed because the specified service does not exist.");
  }

  static NoSuchResourceException noQuota() {
    return missing("The request failed because the specified quota does not exist.");
  }

  static NoSuchResourceException noRequest(String id) {
    return missing("The request failed because there is no quota increase request " + id + ".");
  }

  static IllegalArgumentException notMore() {
    return IllegalArgumentException.builder()
        .message("You must provide a quota value greater than the current quota value.")
        .build();
  }

  static ResourceAlreadyExistsException alreadyOpen() {
    return ResourceAlreadyExistsException.builder()
        .message("Only one open service quota increase request is allowed per quota.")
        .build();
  }

  static InvalidPaginationTokenException badToken() {
    return InvalidPaginationTokenException.builder()
        .message("The pagination token is not valid.")
        .build();
  }

  private static NoSuchResourceException missing(String message) {
    return NoSuchResourceException.builder().message(message).build();
  }
}
