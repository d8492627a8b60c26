package onair.awslocal.protocol;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** How one family of services puts operations into HTTP. */
sealed interface WireProtocol permits RestJson, AwsJson, RestXml, AwsQuery, RpcV2Cbor {

  /**
   * An operation somebody called.
   *
   * @param labels raw values of the path's labels
   */
  record Call(Operation operation, Map<String, String> labels) {}

  /** Throws {@link Refusal} when the request names no operation of this service. */
  Call route(WireRequest request);

  /**
   * Reads the input; everything that does not fit is reported. Throws {@link Refusal} when it
   * cannot be read at all.
   */
  SdkRequest read(Call call, WireRequest request, Violations violations);

  WireResponse write(Operation operation, SdkPojo response, String requestId);

  WireResponse error(ApiError error, String requestId);
}
