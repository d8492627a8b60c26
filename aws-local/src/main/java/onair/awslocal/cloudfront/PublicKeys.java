package onair.awslocal.cloudfront;

import java.util.List;
import java.util.Optional;
import onair.awslocal.cloudfront.ConfigRows.Kind;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import software.amazon.awssdk.services.cloudfront.model.CannotChangeImmutablePublicKeyFieldsException;
import software.amazon.awssdk.services.cloudfront.model.CreatePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreatePublicKeyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeletePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeletePublicKeyResponse;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.ListPublicKeysRequest;
import software.amazon.awssdk.services.cloudfront.model.ListPublicKeysResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchPublicKeyException;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyConfig;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyInUseException;
import software.amazon.awssdk.services.cloudfront.model.PublicKeySummary;
import software.amazon.awssdk.services.cloudfront.model.TooManyPublicKeysException;
import software.amazon.awssdk.services.cloudfront.model.UpdatePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdatePublicKeyResponse;

/** The keys that viewers' signatures are checked with, each for some key groups. */
final class PublicKeys {

  private static final Kind KIND =
      new Kind(
          "public key",
          10,
          NoSuchPublicKeyException::builder,
          PublicKeyAlreadyExistsException::builder,
          TooManyPublicKeysException::builder,
          PublicKeyInUseException::builder);

  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final ConfigRows<PublicKeyRow> rows;

  PublicKeys(CloudFrontState state, Lifecycle lifecycle) {
    this.state = state;
    this.lifecycle = lifecycle;
    this.rows = new ConfigRows<>(KIND, state.publicKeys());
  }

  /** A repeated create with the same reference and the same key is answered with the first. */
  CreatePublicKeyResponse create(CreatePublicKeyRequest request) {
    PublicKeyConfig config = request.publicKeyConfig();
    requireKey(config);
    return state.exclusively(
        () -> {
          PublicKeyRow row = repeated(config).orElseGet(() -> insert(config));
          return CreatePublicKeyResponse.builder()
              .publicKey(row.toModel())
              .location("https://cloudfront.amazonaws.com/2020-05-31/public-key/" + row.id())
              .eTag(row.etag())
              .build();
        });
  }

  PublicKeyRow get(String id) {
    return rows.get(id);
  }

  ListPublicKeysResponse list(ListPublicKeysRequest request) {
    Listing<PublicKeyRow> page =
        Listing.of(rows.list(), PublicKeyRow::id, request.marker(), request.maxItems());
    List<PublicKeySummary> items = page.items().stream().map(PublicKeys::summary).toList();
    return ListPublicKeysResponse.builder()
        .publicKeyList(
            list ->
                list.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  /** Only the comment can change. */
  UpdatePublicKeyResponse update(UpdatePublicKeyRequest request) {
    return state.exclusively(
        () -> {
          PublicKeyRow row = rows.version(request.id(), request.ifMatch());
          PublicKeyConfig config = request.publicKeyConfig();
          if (!config.toBuilder().comment(row.config().comment()).build().equals(row.config())) {
            throw CannotChangeImmutablePublicKeyFieldsException.builder()
                .message("Only the comment of a public key can change.")
                .build();
          }
          PublicKeyRow changed = row.changed(config, AwsIds.etag());
          rows.replace(changed);
          return UpdatePublicKeyResponse.builder()
              .publicKey(changed.toModel())
              .eTag(changed.etag())
              .build();
        });
  }

  DeletePublicKeyResponse delete(DeletePublicKeyRequest request) {
    return state.exclusively(
        () -> {
          PublicKeyRow row = rows.version(request.id(), request.ifMatch());
          boolean used =
              state.keyGroups().list().stream()
                  .anyMatch(group -> group.config().items().contains(row.id()));
          rows.remove(row, used);
          return DeletePublicKeyResponse.builder().build();
        });
  }

  private Optional<PublicKeyRow> repeated(PublicKeyConfig config) {
    Optional<PublicKeyRow> before =
        rows.list().stream()
            .filter(row -> row.config().callerReference().equals(config.callerReference()))
            .findFirst();
    if (before.isPresent() && !before.get().config().equals(config)) {
      throw KIND.taken().of("The caller reference belongs to another public key.");
    }
    return before;
  }

  private PublicKeyRow insert(PublicKeyConfig config) {
    PublicKeyRow row =
        new PublicKeyRow(
            AwsIds.publicKey(),
            CallContext.current().accountId(),
            AwsIds.etag(),
            lifecycle.now(),
            config);
    rows.insert(row);
    return row;
  }

  private static void requireKey(PublicKeyConfig config) {
    if (PemKeys.read(config.encodedKey()).isEmpty()) {
      throw InvalidArgumentException.builder()
          .message(
              "The EncodedKey is not a PEM of an RSA key with 2048 bits or of an ECDSA key with"
                  + " 256.")
          .build();
    }
  }

  private static PublicKeySummary summary(PublicKeyRow row) {
    return PublicKeySummary.builder()
        .id(row.id())
        .name(row.name())
        .createdTime(row.createdAt())
        .encodedKey(row.config().encodedKey())
        .comment(row.config().comment())
        .build();
  }
}
