package onair.channel.mediapackage;

import java.util.List;
import onair.channel.parts.EncryptionSpec;
import onair.channel.parts.EncryptionSpec.Scheme;
import software.amazon.awssdk.services.mediapackagev2.model.CmafEncryptionMethod;
import software.amazon.awssdk.services.mediapackagev2.model.DrmSystem;
import software.amazon.awssdk.services.mediapackagev2.model.Encryption;
import software.amazon.awssdk.services.mediapackagev2.model.EncryptionContractConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.EncryptionMethod;
import software.amazon.awssdk.services.mediapackagev2.model.PresetSpeke20Audio;
import software.amazon.awssdk.services.mediapackagev2.model.PresetSpeke20Video;
import software.amazon.awssdk.services.mediapackagev2.model.SpekeKeyProvider;
import software.amazon.awssdk.services.mediapackagev2.model.TsEncryptionMethod;

/** Encryption in MediaPackage v2's words; pure. Source: MediaPackage v2 Live API reference. */
final class EncryptionShapes {

  private EncryptionShapes() {}

  /**
   * @param roleArn role MediaPackage asks the key server under
   */
  static Encryption encryption(EncryptionSpec spec, String roleArn) {
    return Encryption.builder()
        .encryptionMethod(method(spec.scheme()))
        .spekeKeyProvider(
            SpekeKeyProvider.builder()
                .resourceId(spec.contentId())
                .url(spec.keyProviderUrl())
                .roleArn(roleArn)
                .drmSystems(
                    spec.scheme() == Scheme.AES_128
                        ? List.of(DrmSystem.CLEAR_KEY_AES_128)
                        : spec.systems().stream().map(EncryptionShapes::system).toList())
                .encryptionContractConfiguration(contract(spec.scheme()))
                .build())
        .build();
  }

  private static EncryptionMethod method(Scheme scheme) {
    var method = EncryptionMethod.builder();
    return switch (scheme) {
      case CENC -> method.cmafEncryptionMethod(CmafEncryptionMethod.CENC).build();
      case CBCS -> method.cmafEncryptionMethod(CmafEncryptionMethod.CBCS).build();
      case AES_128 -> method.tsEncryptionMethod(TsEncryptionMethod.AES_128).build();
    };
  }

  /** A key for pictures and one for sound; where whole segments are encrypted they share one. */
  private static EncryptionContractConfiguration contract(Scheme scheme) {
    boolean shared = scheme == Scheme.AES_128;
    return EncryptionContractConfiguration.builder()
        .presetSpeke20Video(shared ? PresetSpeke20Video.SHARED : PresetSpeke20Video.PRESET_VIDEO_1)
        .presetSpeke20Audio(shared ? PresetSpeke20Audio.SHARED : PresetSpeke20Audio.PRESET_AUDIO_1)
        .build();
  }

  private static DrmSystem system(EncryptionSpec.DrmSystem system) {
    return switch (system) {
      case WIDEVINE -> DrmSystem.WIDEVINE;
      case PLAYREADY -> DrmSystem.PLAYREADY;
      case FAIRPLAY -> DrmSystem.FAIRPLAY;
    };
  }
}
