package onair.awslocal.cloudfront;

import java.util.List;
import onair.awslocal.cloudfront.FunctionRow.Stage;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.StatesOnly;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudfront.model.CreateFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.CreatePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreatePublicKeyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.DeletePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeletePublicKeyResponse;
import software.amazon.awssdk.services.cloudfront.model.DescribeFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.DescribeFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.GetFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.GetOriginAccessControlConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetOriginAccessControlConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.GetOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.GetPublicKeyConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetPublicKeyConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.ListFunctionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListFunctionsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListKeyGroupsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListKeyGroupsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListPublicKeysRequest;
import software.amazon.awssdk.services.cloudfront.model.ListPublicKeysResponse;
import software.amazon.awssdk.services.cloudfront.model.PublishFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.PublishFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdatePublicKeyRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdatePublicKeyResponse;

/** The operations on origin access controls, public keys, key groups and functions. */
abstract class AccessOperations extends PolicyOperations {

  private static final String LOCATION = "https://cloudfront.amazonaws.com/2020-05-31/";

  private static final String FUNCTIONS = "functions do not run";

  private final OriginAccessControls accessControls;
  private final PublicKeys publicKeys;
  private final KeyGroups keyGroups;
  private final Functions functions;

  AccessOperations(CloudFrontState state, Lifecycle lifecycle, Distributions distributions) {
    super(state, lifecycle, distributions);
    this.accessControls = new OriginAccessControls(state);
    this.publicKeys = new PublicKeys(state, lifecycle);
    this.keyGroups = new KeyGroups(state, lifecycle);
    this.functions = new Functions(state, lifecycle);
  }

  @Override
  public CreateOriginAccessControlResponse createOriginAccessControl(
      CreateOriginAccessControlRequest request) {
    return accessControls.create(request);
  }

  @Override
  public GetOriginAccessControlResponse getOriginAccessControl(
      GetOriginAccessControlRequest request) {
    AccessControlRow row = accessControls.get(request.id());
    return GetOriginAccessControlResponse.builder()
        .originAccessControl(row.toModel())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetOriginAccessControlConfigResponse getOriginAccessControlConfig(
      GetOriginAccessControlConfigRequest request) {
    AccessControlRow row = accessControls.get(request.id());
    return GetOriginAccessControlConfigResponse.builder()
        .originAccessControlConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListOriginAccessControlsResponse listOriginAccessControls(
      ListOriginAccessControlsRequest request) {
    return accessControls.list(request);
  }

  @Override
  public UpdateOriginAccessControlResponse updateOriginAccessControl(
      UpdateOriginAccessControlRequest request) {
    return accessControls.update(request);
  }

  @Override
  public DeleteOriginAccessControlResponse deleteOriginAccessControl(
      DeleteOriginAccessControlRequest request) {
    return accessControls.delete(request);
  }

  @Override
  public CreatePublicKeyResponse createPublicKey(CreatePublicKeyRequest request) {
    return publicKeys.create(request);
  }

  @Override
  public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
    PublicKeyRow row = publicKeys.get(request.id());
    return GetPublicKeyResponse.builder().publicKey(row.toModel()).eTag(row.etag()).build();
  }

  @Override
  public GetPublicKeyConfigResponse getPublicKeyConfig(GetPublicKeyConfigRequest request) {
    PublicKeyRow row = publicKeys.get(request.id());
    return GetPublicKeyConfigResponse.builder()
        .publicKeyConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListPublicKeysResponse listPublicKeys(ListPublicKeysRequest request) {
    return publicKeys.list(request);
  }

  @Override
  public UpdatePublicKeyResponse updatePublicKey(UpdatePublicKeyRequest request) {
    return publicKeys.update(request);
  }

  @Override
  public DeletePublicKeyResponse deletePublicKey(DeletePublicKeyRequest request) {
    return publicKeys.delete(request);
  }

  @Override
  public CreateKeyGroupResponse createKeyGroup(CreateKeyGroupRequest request) {
    return keyGroups.create(request);
  }

  @Override
  public GetKeyGroupResponse getKeyGroup(GetKeyGroupRequest request) {
    KeyGroupRow row = keyGroups.get(request.id());
    return GetKeyGroupResponse.builder().keyGroup(row.toModel()).eTag(row.etag()).build();
  }

  @Override
  public GetKeyGroupConfigResponse getKeyGroupConfig(GetKeyGroupConfigRequest request) {
    KeyGroupRow row = keyGroups.get(request.id());
    return GetKeyGroupConfigResponse.builder()
        .keyGroupConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListKeyGroupsResponse listKeyGroups(ListKeyGroupsRequest request) {
    return keyGroups.list(request);
  }

  @Override
  public UpdateKeyGroupResponse updateKeyGroup(UpdateKeyGroupRequest request) {
    UpdateKeyGroupResponse changed = keyGroups.update(request);
    distributions().redeploy();
    return changed;
  }

  @Override
  public DeleteKeyGroupResponse deleteKeyGroup(DeleteKeyGroupRequest request) {
    return keyGroups.delete(request);
  }

  @Override
  public ListDistributionsByKeyGroupResponse listDistributionsByKeyGroup(
      ListDistributionsByKeyGroupRequest request) {
    KeyGroupRow row = keyGroups.get(request.keyGroupId());
    return ListDistributionsByKeyGroupResponse.builder()
        .distributionIdList(
            distributions()
                .ids(
                    behavior -> behavior.keyGroups().contains(row.id()),
                    request.marker(),
                    request.maxItems()))
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public CreateFunctionResponse createFunction(CreateFunctionRequest request) {
    FunctionRow row = functions.create(request);
    return CreateFunctionResponse.builder()
        .functionSummary(row.summary(null))
        .location(LOCATION + "function/" + row.name())
        .eTag(row.etag())
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public DescribeFunctionResponse describeFunction(DescribeFunctionRequest request) {
    FunctionRow row = functions.get(request.name());
    return DescribeFunctionResponse.builder()
        .functionSummary(row.summary(request.stage()))
        .eTag(row.stage(request.stage()).etag())
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public GetFunctionResponse getFunction(GetFunctionRequest request) {
    Stage stage = functions.get(request.name()).stage(request.stage());
    return GetFunctionResponse.builder()
        .functionCode(SdkBytes.fromByteArray(stage.code()))
        .contentType("application/octet-stream")
        .eTag(stage.etag())
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
    Listing<FunctionRow> page = functions.list(request);
    List<FunctionSummary> items =
        page.items().stream().map(row -> row.summary(request.stage())).toList();
    return ListFunctionsResponse.builder()
        .functionList(
            list ->
                list.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public UpdateFunctionResponse updateFunction(UpdateFunctionRequest request) {
    FunctionRow row = functions.update(request);
    return UpdateFunctionResponse.builder()
        .functionSummary(row.summary(null))
        .eTag(row.etag())
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public PublishFunctionResponse publishFunction(PublishFunctionRequest request) {
    FunctionRow row = functions.publish(request.name(), request.ifMatch());
    return PublishFunctionResponse.builder()
        .functionSummary(row.summary(FunctionStage.LIVE))
        .build();
  }

  @Override
  @StatesOnly(FUNCTIONS)
  public DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
    functions.delete(request.name(), request.ifMatch());
    return DeleteFunctionResponse.builder().build();
  }
}
