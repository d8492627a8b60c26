package onair.channel.live;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.EndpointV1Spec;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedAllowList;
import onair.channel.parts.ObservedEndpoint;
import onair.channel.parts.ObservedEndpointV1;
import onair.channel.parts.ObservedFolder;
import onair.channel.parts.ObservedInput;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.ObservedPackageV1Channel;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.ObservedSecret;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.PackageParts;
import onair.channel.parts.PackageV1ChannelSpec;
import onair.channel.parts.PackageV1Parts;
import onair.channel.parts.Parts;
import onair.channel.parts.SecretSpec;
import onair.common.reconcile.Idempotency;

/** All parts of a channel over one {@link FakeCloud}, each with the protection AWS gives it. */
final class FakeParts {

  private static final Idempotency BY_NAME = new Idempotency.NaturalName();

  private FakeParts() {}

  static Parts over(FakeCloud cloud, FakeEncoders encoders, FakeFlows flows) {
    return new Parts(
        packaging(cloud),
        packagingV1(cloud),
        folders(cloud, "s3-folder", "s3ssl://bucket", "/live-s3/"),
        folders(cloud, "mediastore-folder", "mediastoressl://host", "/live-ms/"),
        new FakeEdge<AllowListSpec, ObservedAllowList>(
            cloud,
            "medialive-input-security-group",
            new Idempotency.None(),
            (id, spec) -> new ObservedAllowList("IDLE")),
        new FakeEdge<SecretSpec, ObservedSecret>(
            cloud, "secretsmanager-secret", BY_NAME, (id, spec) -> new ObservedSecret("arn:" + id)),
        flows,
        new FakeEdge<InputSpec, ObservedInput>(
            cloud,
            "medialive-input",
            new Idempotency.Token(Duration.ofMinutes(5)),
            (id, spec) -> input(spec)),
        new FakeEdge<InputSpec, ObservedInput>(
            cloud,
            "medialive-input/backup",
            new Idempotency.Token(Duration.ofMinutes(5)),
            (id, spec) -> input(spec)),
        encoders);
  }

  private static PackageParts packaging(FakeCloud cloud) {
    return new PackageParts(
        new FakeEdge<PackageChannelSpec, ObservedPackageChannel>(
            cloud,
            "mediapackage-channel",
            BY_NAME,
            (id, spec) -> new ObservedPackageChannel(new PackageChannelId("onair-test", id))),
        new FakeEdge<PackageChannelId, ObservedPolicy>(
            cloud, "mediapackage-channel-policy", BY_NAME, (id, spec) -> new ObservedPolicy(id)),
        new FakeEdge<EndpointSpec, ObservedEndpoint>(
            cloud, "mediapackage-endpoint", BY_NAME, (id, spec) -> endpoint((EndpointSpec) spec)),
        new FakeEdge<EndpointId, ObservedPolicy>(
            cloud, "mediapackage-endpoint-policy", BY_NAME, (id, spec) -> new ObservedPolicy(id)));
  }

  private static PackageV1Parts packagingV1(FakeCloud cloud) {
    return new PackageV1Parts(
        new FakeEdge<PackageV1ChannelSpec, ObservedPackageV1Channel>(
            cloud,
            "mediapackagev1-channel",
            BY_NAME,
            (id, spec) -> new ObservedPackageV1Channel(id)),
        endpointsV1(cloud, "hls", "m3u8"),
        endpointsV1(cloud, "dash", "mpd"));
  }

  private static FakeEdge<EndpointV1Spec, ObservedEndpointV1> endpointsV1(
      FakeCloud cloud, String form, String suffix) {
    return new FakeEdge<>(
        cloud,
        "mediapackagev1-endpoint/" + form,
        BY_NAME,
        (id, spec) ->
            new ObservedEndpointV1(
                URI.create("https://v1.example.com/out/v1/" + id + "/index." + suffix)));
  }

  private static FakeEdge<FolderSpec, ObservedFolder> folders(
      FakeCloud cloud, String kind, String store, String root) {
    return new FakeEdge<>(
        cloud,
        kind,
        BY_NAME,
        (id, spec) -> new ObservedFolder(store + root + id + "/index", root + id));
  }

  private static ObservedInput input(Object spec) {
    List<String> urls =
        spec instanceof InputSpec.Push push
            ? push.streamNames().stream()
                .map(name -> "rtmp://203.0.113.9:1935/" + name.substring(0, name.indexOf('/')))
                .toList()
            : List.of();
    return new ObservedInput(true, "DETACHED", urls);
  }

  private static ObservedEndpoint endpoint(EndpointSpec spec) {
    return new ObservedEndpoint(new EndpointId(spec.channel(), "cmaf"), spec.startOver());
  }
}
