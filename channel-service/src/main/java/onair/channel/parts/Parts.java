package onair.channel.parts;

import java.util.List;
import onair.common.reconcile.ExternalResource;

/**
 * The edges of everything a channel can own in AWS. Which of them one channel has follows from how
 * it is pushed to and where it is served from.
 *
 * @param packaging MediaPackage v2: takes the renditions in and serves HLS and DASH
 * @param packagingV1 the same by MediaPackage v1
 * @param bucketFolders where the encoder writes HLS to in the bucket all channels share
 * @param containerFolders the same in the MediaStore container all channels share
 * @param allowLists says who may push
 * @param secrets hold what a broadcaster proves themselves to a flow with
 * @param flows where a broadcaster contributes to by SRT
 * @param inputs where the encoder takes the broadcast from
 * @param backupInputs where it takes it from while nothing comes into the others
 * @param encoders makes the ladder
 */
public record Parts(
    PackageParts packaging,
    PackageV1Parts packagingV1,
    ExternalResource<FolderSpec, ObservedFolder> bucketFolders,
    ExternalResource<FolderSpec, ObservedFolder> containerFolders,
    ExternalResource<AllowListSpec, ObservedAllowList> allowLists,
    ExternalResource<SecretSpec, ObservedSecret> secrets,
    Flows flows,
    ExternalResource<InputSpec, ObservedInput> inputs,
    ExternalResource<InputSpec, ObservedInput> backupInputs,
    Encoders encoders) {

  /** All of them; what uses others comes before what is used. */
  public List<ExternalResource<?, ?>> all() {
    return List.of(
        encoders,
        inputs,
        backupInputs,
        allowLists,
        flows,
        secrets,
        packaging.endpointPolicies(),
        packaging.endpoints(),
        packaging.channelPolicies(),
        packaging.channels(),
        packagingV1.hlsEndpoints(),
        packagingV1.dashEndpoints(),
        packagingV1.channels(),
        bucketFolders,
        containerFolders);
  }
}
