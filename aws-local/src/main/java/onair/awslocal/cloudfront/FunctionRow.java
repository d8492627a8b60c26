package onair.awslocal.cloudfront;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.NoSuchFunctionExistsException;

/**
 * A function as it is kept.
 *
 * @param draft what was last written, stage DEVELOPMENT
 * @param live what was last published; null when nothing was
 */
record FunctionRow(
    String name, String accountId, Instant createdAt, Stage draft, @Nullable Stage live)
    implements ConfigRow {

  /** One stage of a function. */
  record Stage(String etag, Instant changedAt, FunctionConfig config, byte[] code) {}

  @Override
  public String id() {
    return accountId + "/" + name;
  }

  @Override
  public String etag() {
    return draft.etag();
  }

  Stage stage(@Nullable FunctionStage stage) {
    if (stage != FunctionStage.LIVE) {
      return draft;
    }
    if (live == null) {
      throw NoSuchFunctionExistsException.builder()
          .message("The function " + name + " was never published.")
          .build();
    }
    return live;
  }

  FunctionRow written(Stage other) {
    return new FunctionRow(name, accountId, createdAt, other, live);
  }

  FunctionRow published(Instant now) {
    Stage published = new Stage(AwsIds.etag(), now, draft.config(), draft.code());
    return new FunctionRow(name, accountId, createdAt, draft, published);
  }

  FunctionSummary summary(@Nullable FunctionStage stage) {
    boolean asLive = stage == FunctionStage.LIVE;
    Stage shown = stage(stage);
    return FunctionSummary.builder()
        .name(name)
        .status(live == null ? "UNPUBLISHED" : "UNASSOCIATED")
        .functionConfig(shown.config())
        .functionMetadata(
            data ->
                data.functionARN("arn:aws:cloudfront::" + accountId + ":function/" + name)
                    .stage(asLive ? FunctionStage.LIVE : FunctionStage.DEVELOPMENT)
                    .createdTime(createdAt)
                    .lastModifiedTime(shown.changedAt()))
        .build();
  }
}
