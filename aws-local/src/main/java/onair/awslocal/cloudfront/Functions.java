package onair.awslocal.cloudfront;

import onair.awslocal.cloudfront.ConfigRows.Kind;
import onair.awslocal.cloudfront.FunctionRow.Stage;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudfront.model.CreateFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.FunctionAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionInUseException;
import software.amazon.awssdk.services.cloudfront.model.FunctionSizeLimitExceededException;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.ListFunctionsRequest;
import software.amazon.awssdk.services.cloudfront.model.NoSuchFunctionExistsException;
import software.amazon.awssdk.services.cloudfront.model.TooManyFunctionsException;
import software.amazon.awssdk.services.cloudfront.model.UpdateFunctionRequest;

/**
 * CloudFront Functions with their two stages. They are kept and do not run: a behavior that names
 * one is refused.
 */
final class Functions {

  private static final Kind KIND =
      new Kind(
          "function",
          100,
          NoSuchFunctionExistsException::builder,
          FunctionAlreadyExistsException::builder,
          TooManyFunctionsException::builder,
          FunctionInUseException::builder);

  private static final int MAX_BYTES = 10 * 1024;

  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final ConfigRows<FunctionRow> rows;

  Functions(CloudFrontState state, Lifecycle lifecycle) {
    this.state = state;
    this.lifecycle = lifecycle;
    this.rows = new ConfigRows<>(KIND, state.functions());
  }

  FunctionRow create(CreateFunctionRequest request) {
    Stage draft = stage(request.functionConfig(), request.functionCode());
    return state.exclusively(
        () -> {
          String account = CallContext.current().accountId();
          FunctionRow row = new FunctionRow(request.name(), account, lifecycle.now(), draft, null);
          if (rows.find(row.id()).isPresent()) {
            throw KIND.taken().of("There is a function " + row.name() + " already.");
          }
          rows.insert(row);
          return row;
        });
  }

  FunctionRow get(String name) {
    return rows.get(id(name));
  }

  Listing<FunctionRow> list(ListFunctionsRequest request) {
    boolean live = request.stage() == FunctionStage.LIVE;
    return Listing.of(
        rows.list().stream().filter(row -> !live || row.live() != null).toList(),
        FunctionRow::name,
        request.marker(),
        request.maxItems());
  }

  FunctionRow update(UpdateFunctionRequest request) {
    Stage draft = stage(request.functionConfig(), request.functionCode());
    return state.exclusively(
        () -> {
          FunctionRow row = rows.version(id(request.name()), request.ifMatch()).written(draft);
          rows.replace(row);
          return row;
        });
  }

  FunctionRow publish(String name, String ifMatch) {
    return state.exclusively(
        () -> {
          FunctionRow row = rows.version(id(name), ifMatch).published(lifecycle.now());
          rows.replace(row);
          return row;
        });
  }

  void delete(String name, String ifMatch) {
    state.exclusively(
        () -> {
          rows.remove(rows.version(id(name), ifMatch), false);
          return name;
        });
  }

  private Stage stage(FunctionConfig config, SdkBytes code) {
    if (config.keyValueStoreAssociations() != null
        && config.keyValueStoreAssociations().hasItems()) {
      throw InvalidArgumentException.builder()
          .message("Key value stores do not work on this machine.")
          .build();
    }
    byte[] bytes = code.asByteArray();
    if (bytes.length > MAX_BYTES) {
      throw FunctionSizeLimitExceededException.builder()
          .message("A function has at most " + MAX_BYTES + " bytes.")
          .build();
    }
    return new Stage(AwsIds.etag(), lifecycle.now(), config, bytes);
  }

  private static String id(String name) {
    return CallContext.current().accountId() + "/" + name;
  }
}
