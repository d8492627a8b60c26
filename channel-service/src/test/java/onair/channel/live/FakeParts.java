package onair.channel.live;

import java.time.Duration;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedAllowList;
import onair.channel.parts.ObservedEndpoint;
import onair.channel.parts.ObservedInput;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.Parts;
import onair.common.reconcile.Idempotency;

/** All parts of a channel over one {@link FakeCloud}, each with the protection AWS gives it. */
final class FakeParts {

  private FakeParts() {}

  static Parts over(FakeCloud cloud, FakeEncoders encoders) {
    var byName = new Idempotency.NaturalName();
    return new Parts(
        new FakeEdge<PackageChannelSpec, ObservedPackageChannel>(
            cloud,
            "mediapackage-channel",
            byName,
            (id, spec) -> new ObservedPackageChannel(new PackageChannelId("onair-test", id))),
        new FakeEdge<PackageChannelId, ObservedPolicy>(
            cloud, "mediapackage-channel-policy", byName, (id, spec) -> new ObservedPolicy(id)),
        new FakeEdge<EndpointSpec, ObservedEndpoint>(
            cloud, "mediapackage-endpoint", byName, (id, spec) -> endpoint((EndpointSpec) spec)),
        new FakeEdge<EndpointId, ObservedPolicy>(
            cloud, "mediapackage-endpoint-policy", byName, (id, spec) -> new ObservedPolicy(id)),
        new FakeEdge<AllowListSpec, ObservedAllowList>(
            cloud,
            "medialive-input-security-group",
            new Idempotency.None(),
            (id, spec) -> new ObservedAllowList("IDLE")),
        new FakeEdge<InputSpec, ObservedInput>(
            cloud,
            "medialive-input",
            new Idempotency.Token(Duration.ofMinutes(5)),
            (id, spec) -> new ObservedInput(true, "DETACHED", "rtmp://203.0.113.9:1935/live")),
        encoders);
  }

  private static ObservedEndpoint endpoint(EndpointSpec spec) {
    return new ObservedEndpoint(new EndpointId(spec.channel(), "cmaf"), spec.startOver());
  }
}
