package onair.awslocal.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.transcode.CmafSpec.Manifest;

/** Writes the manifests of a set beside its segments. */
final class CmafManifests {

  private CmafManifests() {}

  static CmafSet write(CmafSpec spec, List<CmafTrack> tracks, Duration duration, Path folder)
      throws IOException {
    CmafNames names = new CmafNames(spec);
    List<String> manifests = new ArrayList<>();
    if (spec.manifests().contains(Manifest.HLS)) {
      manifests.add(names.multivariant());
    }
    if (spec.manifests().contains(Manifest.DASH)) {
      manifests.add(names.mpd());
    }
    CmafSet set = new CmafSet(duration, tracks, manifests);
    if (spec.manifests().contains(Manifest.HLS)) {
      Files.writeString(folder.resolve(names.multivariant()), HlsPlaylists.multivariant(tracks));
      for (CmafTrack track : tracks) {
        Files.writeString(folder.resolve(track.playlist()), HlsPlaylists.media(track));
      }
    }
    if (spec.manifests().contains(Manifest.DASH)) {
      Files.writeString(folder.resolve(names.mpd()), StaticMpd.write(names, set));
    }
    return set;
  }
}
