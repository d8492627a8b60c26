package onair.channel.mediastore;

import static onair.channel.mediastore.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.ObservedStore;
import onair.channel.packaging.SharedStore;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.Container;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.mediastore.model.Tag;

/** The container of all channels. Physical id: the name. */
final class LiveContainers implements ExternalResource<SharedStore, ObservedStore> {

  private final MediaStoreClient client;
  private final ContainerHosts hosts;
  private final SharedStore container;

  /**
   * @param container the one of this installation, by whose name {@link #find} looks
   */
  LiveContainers(MediaStoreClient client, ContainerHosts hosts, SharedStore container) {
    this.client = client;
    this.hosts = hosts;
    this.container = container;
  }

  @Override
  public String kind() {
    return "mediastore-container";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedStore>> observe(String physicalId) {
    return byName(
            () ->
                client.describeContainer(request -> request.containerName(physicalId)).container())
        .map(this::found);
  }

  @Override
  public List<Found<ObservedStore>> find(Identity identity) {
    return observe(container.name()).stream().toList();
  }

  @Override
  public Found<ObservedStore> create(Identity identity, SharedStore spec) {
    return found(
        client
            .createContainer(
                request ->
                    request
                        .containerName(spec.name())
                        .tags(
                            identity.tags().entrySet().stream()
                                .map(
                                    tag ->
                                        Tag.builder()
                                            .key(tag.getKey())
                                            .value(tag.getValue())
                                            .build())
                                .toList()))
            .container());
  }

  @Override
  public Deletion delete(Found<ObservedStore> found) {
    client.deleteContainer(request -> request.containerName(found.physicalId()));
    return new Deletion.Requested();
  }

  private Found<ObservedStore> found(Container there) {
    boolean usable = there.status() == ContainerStatus.ACTIVE && there.endpoint() != null;
    return new Found<>(
        there.name(),
        new ObservedStore(usable, usable ? hosts.of(there) : ""),
        there.creationTime());
  }
}
