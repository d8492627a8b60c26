package onair.channel.mediastore;

import java.net.URI;
import onair.channel.packaging.SharedStore;
import onair.common.aws.AwsClients;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.Container;
import software.amazon.awssdk.services.mediastore.model.ContainerNotFoundException;
import software.amazon.awssdk.services.mediastoredata.MediaStoreDataClient;

/** The objects of one container, which are called at an address of the container's own. */
final class ContainerData {

  private final MediaStoreClient containers;
  private final AwsClients clients;
  private final SharedStore container;
  private @Nullable Address known;

  ContainerData(MediaStoreClient containers, AwsClients clients, SharedStore container) {
    this.containers = containers;
    this.clients = clients;
    this.container = container;
  }

  /** Where the container is called, and who calls it. */
  record Address(Container container, MediaStoreDataClient client) {}

  /**
   * @throws software.amazon.awssdk.core.exception.SdkException while the container is not there
   */
  synchronized Address address() {
    Address address = known;
    if (address == null) {
      Container there =
          containers
              .describeContainer(request -> request.containerName(container.name()))
              .container();
      if (there.endpoint() == null) {
        throw notThere();
      }
      address =
          new Address(
              there, clients.create(MediaStoreDataClient.builder(), URI.create(there.endpoint())));
      known = address;
    }
    return address;
  }

  /** It is being made, and nothing can be in it yet. */
  private static AwsServiceException notThere() {
    return ContainerNotFoundException.builder()
        .message("The container is being made")
        .statusCode(404)
        .build();
  }

  MediaStoreDataClient client() {
    return address().client();
  }
}
