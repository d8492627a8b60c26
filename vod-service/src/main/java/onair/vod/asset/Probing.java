package onair.vod.asset;

import java.util.Optional;
import java.util.OptionalLong;
import onair.vod.storage.StoredObjects;
import onair.vod.transcode.Mp4Structure;
import onair.vod.transcode.Probes;
import onair.vod.transcode.SourceCheck;

/**
 * Looks at a source before anything is paid for: is it there and all there, can it be read, is it
 * within what is taken. Costs a few small reads and a probe.
 */
final class Probing {

  private final StoredObjects objects;
  private final Probes probes;
  private final SourceCheck check;

  Probing(StoredObjects objects, Probes probes, SourceCheck check) {
    this.objects = objects;
    this.probes = probes;
    this.check = check;
  }

  Look attend(Asset asset) {
    if (!(asset.source() instanceof Source.Uploaded uploaded)) {
      throw new IllegalStateException(asset.id() + " has no file to probe");
    }
    String key = uploaded.key();
    OptionalLong size = objects.size(key);
    if (size.isEmpty()) {
      return Look.further(asset.state().errored("The uploaded file is not there any more."));
    }
    if (size.getAsLong() == 0) {
      return Look.further(asset.state().errored("The file is empty."));
    }
    Optional<String> problem =
        Mp4Structure.problem(
            size.getAsLong(), (offset, length) -> objects.read(key, offset, length));
    if (problem.isPresent()) {
      return Look.further(asset.state().errored(problem.get()));
    }
    return switch (check.judge(probes.probe(key))) {
      case SourceCheck.Verdict.Rejected(String reason) ->
          Look.further(asset.state().errored(reason));
      case SourceCheck.Verdict.Accepted accepted ->
          Look.further(asset.state().processing("queued", media(accepted)));
    };
  }

  private static Media media(SourceCheck.Verdict.Accepted accepted) {
    return new Media(
        accepted.facts().duration().toMillis() / 1000.0,
        accepted.video().width(),
        accepted.video().height(),
        accepted.facts().audioTracks() > 0);
  }
}
