package onair.channel.mediastore;

import static onair.channel.mediastore.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.SharedStore;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.ObservedFolder;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.mediastoredata.model.Item;
import software.amazon.awssdk.services.mediastoredata.model.ItemType;

/**
 * A channel's folder in the container. It is there while its marker is: an object that is put first
 * and removed last. Physical id: the folder's path.
 */
final class ContainerFolders implements ExternalResource<FolderSpec, ObservedFolder> {

  private static final String MARKER = "/.onair";

  private final ContainerData data;
  private final ContainerHosts hosts;
  private final SharedStore container;

  ContainerFolders(ContainerData data, ContainerHosts hosts, SharedStore container) {
    this.data = data;
    this.hosts = hosts;
    this.container = container;
  }

  @Override
  public String kind() {
    return "mediastore-folder";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedFolder>> observe(String physicalId) {
    return byName(() -> data.client().describeObject(request -> request.path(physicalId + MARKER)))
        .map(there -> found(physicalId));
  }

  @Override
  public List<Found<ObservedFolder>> find(Identity identity) {
    return observe(path(identity)).stream().toList();
  }

  /** MediaStore keeps no empty objects. */
  @Override
  public Found<ObservedFolder> create(Identity identity, FolderSpec spec) {
    String path = path(identity);
    data.client()
        .putObject(
            request -> request.path(path + MARKER), RequestBody.fromString(identity.token()));
    return found(path);
  }

  /** Whatever the encoder left behind goes with it. */
  @Override
  public Deletion delete(Found<ObservedFolder> found) {
    deleteAllIn(found.physicalId(), found.physicalId() + MARKER);
    delete(found.physicalId() + MARKER);
    return new Deletion.Requested();
  }

  private void deleteAllIn(String folder, String marker) {
    List<Item> items =
        data.client().listItemsPaginator(request -> request.path(folder)).stream()
            .flatMap(page -> page.items().stream())
            .toList();
    for (Item item : items) {
      String path = folder + "/" + item.name();
      if (item.type() == ItemType.FOLDER) {
        deleteAllIn(path, marker);
      } else if (!path.equals(marker)) {
        delete(path);
      }
    }
  }

  /** The encoder may have removed an old segment meanwhile. */
  private void delete(String path) {
    byName(() -> data.client().deleteObject(request -> request.path(path)));
  }

  private String path(Identity identity) {
    return container.folder() + "/" + identity.key().owner();
  }

  private Found<ObservedFolder> found(String path) {
    String host = hosts.of(data.address().container());
    return new Found<>(
        path,
        new ObservedFolder("mediastoressl://" + host + "/" + path + "/index", "/" + path),
        null);
  }
}
