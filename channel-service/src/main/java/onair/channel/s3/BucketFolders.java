package onair.channel.s3;

import static onair.channel.s3.Lookup.byName;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.packaging.SharedStore;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.ObservedFolder;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * A channel's folder in the bucket. A bucket knows no folders, so one is there while its marker is:
 * an empty object that is put first and removed last. Physical id: the folder's path.
 */
final class BucketFolders implements ExternalResource<FolderSpec, ObservedFolder> {

  private static final String MARKER = "/.onair";

  /** Metadata of a marker. */
  private static final String PAYER = "onair-organization";

  private final S3Client client;
  private final SharedStore bucket;

  BucketFolders(S3Client client, SharedStore bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public String kind() {
    return "s3-folder";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedFolder>> observe(String physicalId) {
    return byName(
            () ->
                client.headObject(
                    request -> request.bucket(bucket.name()).key(physicalId + MARKER)))
        .map(head -> found(physicalId));
  }

  @Override
  public List<Found<ObservedFolder>> find(Identity identity) {
    return observe(path(identity)).stream().toList();
  }

  /**
   * One in our bucket that has a marker was made for whom it is named; its marker says who pays.
   */
  @Override
  public List<Listed<ObservedFolder>> inventory(InventoryScope scope) {
    String root = bucket.folder() + "/";
    return byName(
            () ->
                client
                    .listObjectsV2Paginator(
                        request -> request.bucket(bucket.name()).prefix(root).delimiter("/"))
                    .commonPrefixes()
                    .stream()
                    .map(folder -> folder.prefix().substring(0, folder.prefix().length() - 1))
                    .map(path -> listed(path, path.substring(root.length()), scope))
                    .flatMap(Optional::stream)
                    .toList())
        .orElse(List.of());
  }

  private Optional<Listed<ObservedFolder>> listed(String path, String owner, InventoryScope scope) {
    Optional<String> payer = scope.knows(path) ? Optional.of("") : payer(path);
    return payer.map(
        organization ->
            new Listed<>(
                found(path),
                Map.of(
                    Identity.DEPLOYMENT_TAG,
                    scope.deployment(),
                    Identity.ORGANIZATION_TAG,
                    organization,
                    Identity.RESOURCE_TAG,
                    owner + "/" + kind()),
                Map.of("s3 requests and storage", 1)));
  }

  /** Empty without a marker; markers written before they named a payer name none. */
  private Optional<String> payer(String path) {
    return byName(
            () -> client.headObject(request -> request.bucket(bucket.name()).key(path + MARKER)))
        .map(marker -> marker.metadata().getOrDefault(PAYER, ""));
  }

  @Override
  public Found<ObservedFolder> create(Identity identity, FolderSpec spec) {
    String path = path(identity);
    client.putObject(
        request ->
            request
                .bucket(bucket.name())
                .key(path + MARKER)
                .metadata(Map.of(PAYER, identity.organizationId())),
        RequestBody.empty());
    return found(path);
  }

  /** Whatever the encoder left behind goes with it. */
  @Override
  public Deletion delete(Found<ObservedFolder> found) {
    String path = found.physicalId();
    client
        .listObjectsV2Paginator(request -> request.bucket(bucket.name()).prefix(path + "/"))
        .stream()
        .forEach(page -> deleteAllOf(page, path + MARKER));
    client.deleteObject(request -> request.bucket(bucket.name()).key(path + MARKER));
    return new Deletion.Requested();
  }

  private void deleteAllOf(ListObjectsV2Response page, String marker) {
    List<ObjectIdentifier> objects =
        page.contents().stream()
            .filter(object -> !object.key().equals(marker))
            .map(object -> ObjectIdentifier.builder().key(object.key()).build())
            .toList();
    if (!objects.isEmpty()) {
      client.deleteObjects(
          request ->
              request
                  .bucket(bucket.name())
                  .delete(Delete.builder().objects(objects).quiet(true).build()));
    }
  }

  private String path(Identity identity) {
    return bucket.folder() + "/" + identity.key().owner();
  }

  private Found<ObservedFolder> found(String path) {
    return new Found<>(
        path,
        new ObservedFolder("s3ssl://" + bucket.name() + "/" + path + "/index", "/" + path),
        null);
  }
}
