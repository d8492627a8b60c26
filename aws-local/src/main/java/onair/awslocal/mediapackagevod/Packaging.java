package onair.awslocal.mediapackagevod;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagevod.model.CmafPackage;
import software.amazon.awssdk.services.mediapackagevod.model.DashPackage;
import software.amazon.awssdk.services.mediapackagevod.model.HlsManifest;
import software.amazon.awssdk.services.mediapackagevod.model.HlsPackage;
import software.amazon.awssdk.services.mediapackagevod.model.MssPackage;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingConfiguration;
import software.amazon.awssdk.services.mediapackagevod.model.StreamSelection;

/**
 * What a packaging configuration means for this machine.
 *
 * @param manifests at least one; the first is the one AWS tells
 * @param refusal why nothing can be played from it here; null when something can
 */
record Packaging(List<Manifest> manifests, @Nullable String refusal) {

  /**
   * One manifest.
   *
   * @param file its name with its suffix
   * @param selection of variants; null keeps them all
   */
  record Manifest(String file, @Nullable StreamSelection selection) {

    boolean isDash() {
      return file.endsWith(".mpd");
    }
  }

  private static final String ENCRYPTED = "Encrypted packages are not made here";
  private static final String DEFAULT_NAME = "index";

  static Packaging of(PackagingConfiguration configuration) {
    HlsPackage hls = configuration.hlsPackage();
    CmafPackage cmaf = configuration.cmafPackage();
    DashPackage dash = configuration.dashPackage();
    MssPackage mss = configuration.mssPackage();
    if (hls != null) {
      return new Packaging(hls(hls.hlsManifests()), refusal(hls.encryption()));
    }
    if (cmaf != null) {
      return new Packaging(hls(cmaf.hlsManifests()), refusal(cmaf.encryption()));
    }
    if (dash != null) {
      return new Packaging(
          dash.dashManifests().stream()
              .map(m -> new Manifest(name(m.manifestName()) + ".mpd", null))
              .toList(),
          refusal(dash.encryption()));
    }
    List<String> names =
        mss == null
            ? List.of(DEFAULT_NAME)
            : mss.mssManifests().stream().map(m -> name(m.manifestName())).toList();
    return new Packaging(
        names.stream().map(name -> new Manifest(name + ".ism/Manifest", null)).toList(),
        "MSS packages are not made here");
  }

  /** 422 unless there is exactly one package, with at least one manifest. */
  static void check(PackagingConfiguration configuration) {
    long packages =
        Stream.of(
                configuration.hlsPackage(),
                configuration.cmafPackage(),
                configuration.dashPackage(),
                configuration.mssPackage())
            .filter(Objects::nonNull)
            .count();
    if (packages != 1) {
      throw Refusals.unprocessable("A packaging configuration must have exactly one package");
    }
    List<Manifest> manifests = of(configuration).manifests();
    if (manifests.isEmpty()) {
      throw Refusals.unprocessable("A package must have at least one manifest");
    }
    if (manifests.stream().map(Manifest::file).distinct().count() < manifests.size()) {
      throw Refusals.unprocessable("Manifests of a package must have different names");
    }
  }

  private static List<Manifest> hls(List<HlsManifest> manifests) {
    return manifests.stream()
        .map(m -> new Manifest(name(m.manifestName()) + ".m3u8", m.streamSelection()))
        .toList();
  }

  private static String name(@Nullable String given) {
    return given == null ? DEFAULT_NAME : given;
  }

  private static @Nullable String refusal(@Nullable Object encryption) {
    return encryption == null ? null : ENCRYPTED;
  }
}
