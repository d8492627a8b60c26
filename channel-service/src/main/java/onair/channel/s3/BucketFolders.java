package onair.channel.s3;

import static onair.channel.s3.Lookup.byName;

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

  @Override
  public Found<ObservedFolder> create(Identity identity, FolderSpec spec) {
    String path = path(identity);
    client.putObject(
        request -> request.bucket(bucket.name()).key(path + MARKER), RequestBody.empty());
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
