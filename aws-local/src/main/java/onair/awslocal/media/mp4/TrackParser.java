package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the movie header: which tracks there are, and an initialization segment for each alone. */
final class TrackParser {

  private static final int VISUAL_FIELDS = 78;

  private final Box ftyp;
  private final Box moov;

  TrackParser(Box ftyp, Box moov) {
    this.ftyp = ftyp;
    this.moov = moov;
  }

  List<Track> parse() throws MalformedMp4 {
    List<Track> tracks = new ArrayList<>();
    for (Box trak : moov.all("trak")) {
      tracks.add(track(trak));
    }
    if (tracks.isEmpty()) {
      throw new MalformedMp4("no track");
    }
    return tracks;
  }

  private Track track(Box trak) throws MalformedMp4 {
    int id = trackId(trak);
    Box mdia = trak.child("mdia");
    long timescale = timescale(mdia.child("mdhd"));
    Box stsd = mdia.child("minf").child("stbl").child("stsd");
    Box entry = stsd.children(8).getFirst();
    ByteBuffer fields = entry.content();
    byte[] init = init(trak, id);
    return switch (entry.type()) {
      case "avc1" -> {
        int width = Short.toUnsignedInt(fields.getShort(24));
        int height = Short.toUnsignedInt(fields.getShort(26));
        yield new Track(id, timescale, avcCodec(entry), width, height, 0, 0, init);
      }
      case "mp4a" -> {
        AudioConfig audio = AudioConfig.of(entry);
        int sampleRate = Short.toUnsignedInt(fields.getShort(24));
        yield new Track(id, timescale, audio.codec(), 0, 0, sampleRate, audio.channels(), init);
      }
      default -> throw new MalformedMp4("sample entry " + entry.type());
    };
  }

  private static int trackId(Box trak) throws MalformedMp4 {
    ByteBuffer tkhd = trak.child("tkhd").content();
    return tkhd.getInt(isVersion1(tkhd) ? 20 : 12);
  }

  private static long timescale(Box box) throws MalformedMp4 {
    ByteBuffer mdhd = box.content();
    long timescale = Integer.toUnsignedLong(mdhd.getInt(isVersion1(mdhd) ? 20 : 12));
    if (timescale == 0) {
      throw new MalformedMp4("timescale 0");
    }
    return timescale;
  }

  private static boolean isVersion1(ByteBuffer fullBox) {
    return fullBox.get(0) == 1;
  }

  /** Profile, constraints and level are the three bytes after the record's version. */
  private static String avcCodec(Box entry) throws MalformedMp4 {
    ByteBuffer avcC = Box.first(entry.children(VISUAL_FIELDS), "avcC", "avc1").content();
    byte[] profile = new byte[3];
    avcC.get(1, profile);
    return "avc1." + HexFormat.of().formatHex(profile);
  }

  private byte[] init(Box trak, int id) throws MalformedMp4 {
    ByteBuffer mvhd = moov.child("mvhd").whole();
    ByteBuffer trex = trackExtends(id).whole();
    int mvex = 8 + trex.capacity();
    int size = 8 + mvhd.capacity() + trak.whole().capacity() + mvex;
    ByteBuffer init = ByteBuffer.allocate(ftyp.whole().capacity() + size);
    init.put(ftyp.whole().duplicate());
    init.putInt(size).put(ascii("moov")).put(mvhd.duplicate()).put(trak.whole().duplicate());
    init.putInt(mvex).put(ascii("mvex")).put(trex.duplicate());
    return init.array();
  }

  private Box trackExtends(int id) throws MalformedMp4 {
    for (Box trex : moov.child("mvex").all("trex")) {
      if (trex.content().getInt(4) == id) {
        return trex;
      }
    }
    throw new MalformedMp4("no trex for track " + id);
  }

  private static byte[] ascii(String type) {
    return type.getBytes(StandardCharsets.US_ASCII);
  }
}
