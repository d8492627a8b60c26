package onair.awslocal.mediapackage;

import java.util.Map;

/** A resource that can have tags. */
sealed interface Tagged extends Row permits ChannelRow, EndpointRow {

  Map<String, String> tags();

  /** The same resource with other tags. */
  Tagged withTags(Map<String, String> tags);
}
