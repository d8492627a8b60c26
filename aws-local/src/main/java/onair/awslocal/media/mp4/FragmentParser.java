package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the timing of one moof; what it leaves out stands in the movie header's defaults. */
final class FragmentParser {

  private static final int NOT_SYNC = 0x10000;
  private static final int MAX_SAMPLES = 100_000;

  private final Map<Integer, Defaults> trackDefaults = new HashMap<>();

  FragmentParser(Box moov) throws MalformedMp4 {
    for (Box trex : moov.child("mvex").all("trex")) {
      ByteBuffer fields = trex.content();
      trackDefaults.put(fields.getInt(4), new Defaults(fields.getInt(12), fields.getInt(20)));
    }
  }

  Fragment parse(Box moof, Box mdat) throws MalformedMp4 {
    List<Box> trafs = moof.all("traf");
    if (trafs.size() != 1) {
      throw new MalformedMp4("%d tracks in one fragment".formatted(trafs.size()));
    }
    Box traf = trafs.getFirst();
    ByteBuffer tfhd = traf.child("tfhd").content();
    int trackId = tfhd.getInt(4);
    Defaults defaults = trackDefaults.get(trackId);
    if (defaults == null) {
      throw new MalformedMp4("fragment of unknown track " + trackId);
    }
    RunTotals totals = new RunTotals(defaults.overriddenBy(tfhd));
    for (Box trun : traf.all("trun")) {
      totals.add(trun.content());
    }
    return new Fragment(
        trackId,
        decodeTime(traf.child("tfdt").content()),
        totals.duration,
        totals.samples,
        totals.keyframe,
        join(moof.whole(), mdat.whole()));
  }

  private static long decodeTime(ByteBuffer tfdt) throws MalformedMp4 {
    long time = tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
    if (time < 0) {
      throw new MalformedMp4("decode time beyond 2^63");
    }
    return time;
  }

  private static byte[] join(ByteBuffer moof, ByteBuffer mdat) {
    return ByteBuffer.allocate(moof.capacity() + mdat.capacity())
        .put(moof.duplicate())
        .put(mdat.duplicate())
        .array();
  }

  private record Defaults(int duration, int flags) {

    Defaults overriddenBy(ByteBuffer tfhd) {
      int present = tfhd.getInt(0);
      ByteBuffer optional = tfhd.position(8);
      optional.position(8 + ((present & 0x1) != 0 ? 8 : 0) + ((present & 0x2) != 0 ? 4 : 0));
      int sampleDuration = (present & 0x8) != 0 ? optional.getInt() : duration;
      if ((present & 0x10) != 0) {
        optional.getInt(); // sample size
      }
      return new Defaults(sampleDuration, (present & 0x20) != 0 ? optional.getInt() : flags);
    }
  }

  private static final class RunTotals {

    private final Defaults defaults;
    private long duration;
    private int samples;
    private boolean keyframe;

    RunTotals(Defaults defaults) {
      this.defaults = defaults;
    }

    void add(ByteBuffer trun) throws MalformedMp4 {
      int present = trun.getInt();
      int count = trun.getInt();
      if (count < 0 || count > MAX_SAMPLES - samples) {
        throw new MalformedMp4("%d samples in one run".formatted(count));
      }
      if ((present & 0x1) != 0) {
        trun.getInt(); // data offset
      }
      int firstFlags = (present & 0x4) != 0 ? trun.getInt() : defaults.flags();
      for (int i = 0; i < count; i++) {
        long sampleDuration = (present & 0x100) != 0 ? trun.getInt() : defaults.duration();
        duration += sampleDuration & 0xFFFFFFFFL;
        if ((present & 0x200) != 0) {
          trun.getInt(); // size
        }
        int flags = (present & 0x400) != 0 ? trun.getInt() : firstFlags;
        if ((present & 0x800) != 0) {
          trun.getInt(); // composition offset
        }
        if (samples++ == 0) {
          keyframe = (flags & NOT_SYNC) == 0;
        }
      }
    }
  }
}
