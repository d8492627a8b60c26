package onair.channel.mediastore;

import java.net.URI;
import software.amazon.awssdk.services.mediastore.model.Container;

/**
 * The host that serves a container's objects. AWS's endpoint of a container is that host; where AWS
 * is called at one address for everything, the endpoint ends with the container's id instead.
 *
 * @param region of the containers
 */
record ContainerHosts(String region) {

  private static final String AWS = ".amazonaws.com";

  String of(Container container) {
    URI endpoint = URI.create(container.endpoint());
    if (endpoint.getHost().endsWith(AWS)) {
      return endpoint.getHost();
    }
    String path = endpoint.getPath() == null ? "" : endpoint.getPath();
    String id =
        path.length() > 1
            ? path.substring(path.lastIndexOf('/') + 1)
            : endpoint.getHost().substring(0, endpoint.getHost().indexOf('.'));
    return id + ".data.mediastore." + region + AWS;
  }
}
