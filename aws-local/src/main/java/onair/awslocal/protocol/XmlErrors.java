package onair.awslocal.protocol;

import java.util.Map;

/** Errors of the XML protocols. */
final class XmlErrors {

  private XmlErrors() {}

  /** The shape that CloudFront and the query services share. */
  static WireResponse response(ApiError error, String namespace, String requestId) {
    XmlWriter xml =
        new XmlWriter()
            .open("ErrorResponse", namespace)
            .open("Error")
            .text("Type", error.isSenderFault() ? "Sender" : "Receiver")
            .text("Code", error.code())
            .text("Message", error.message());
    if (error.detail() != null) {
      xml.members(error.detail());
    }
    xml.close("Error").text("RequestId", requestId).close("ErrorResponse");
    return new WireResponse(error.status(), Map.of("Content-Type", "text/xml"), xml.bytes());
  }
}
