package onair.awslocal.media.encoder;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a transport stream says it consists of: its first program's streams, learned from PAT and
 * PMT. Source: ISO/IEC 13818-1, 2.4.4.
 */
final class ProgramMap {

  private static final int PAT = 0;
  private static final int PROGRAM_ENTRIES = 8;
  private static final int PROGRAM_INFO_LENGTH = 10;
  private static final int STREAM_ENTRY = 5;
  private static final int CHECKSUM = 4;

  private static final Set<Integer> VIDEO = Set.of(0x01, 0x02, 0x10, 0x1B, 0x24);
  private static final Set<Integer> AUDIO = Set.of(0x03, 0x04, 0x0F, 0x11, 0x81, 0x87);
  private static final int PRIVATE = 0x06;

  /** Descriptors that make a private stream sound: AC-3, enhanced AC-3, DTS, AAC. */
  private static final Set<Integer> AUDIO_DESCRIPTORS = Set.of(0x6A, 0x7A, 0x7B, 0x7C);

  private final Table association = new Table();
  private final Table map = new Table();
  private int mapPid = -1;
  private Map<Integer, Integer> videoTypes = Map.of();
  private Set<Integer> audio = Set.of();
  private int version = 0;

  /** The packets and the bytes of one table as it was last complete. */
  private static final class Table {

    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    private final ByteArrayOutputStream section = new ByteArrayOutputStream();
    private byte[] complete = {};

    /** The section that this packet completes, or null. */
    byte @Nullable [] add(TsPacket packet) {
      int from = packet.payload();
      if (packet.isStart()) {
        packets.reset();
        section.reset();
        from += from < TsPacket.SIZE ? 1 + packet.at(from) : 0; // the pointer field
      } else if (packets.size() == 0) {
        return null; // the begin was missed
      }
      packets.write(packet.bytes(), packet.offset(), TsPacket.SIZE);
      if (from < TsPacket.SIZE) {
        section.write(packet.bytes(), packet.offset() + from, TsPacket.SIZE - from);
      }
      byte[] bytes = section.toByteArray();
      int length = bytes.length < 3 ? Integer.MAX_VALUE : 3 + twelveBits(bytes, 1);
      if (bytes.length < length) {
        return null;
      }
      complete = packets.toByteArray();
      packets.reset();
      return Arrays.copyOf(bytes, length);
    }
  }

  /** Learns from a packet of the stream. */
  void add(TsPacket packet) {
    if (packet.pid() == PAT) {
      byte[] section = association.add(packet);
      if (section != null) {
        mapPid = firstProgram(section);
      }
    } else if (packet.pid() == mapPid) {
      byte[] section = map.add(packet);
      if (section != null) {
        read(section);
      }
    }
  }

  boolean isKnown() {
    return version > 0;
  }

  /** Grows when the program becomes another one. */
  int version() {
    return version;
  }

  /** The type of a video stream, or -1 when this is none. */
  int videoType(int pid) {
    return videoTypes.getOrDefault(pid, -1);
  }

  boolean hasVideo() {
    return !videoTypes.isEmpty();
  }

  boolean isAudio(int pid) {
    return audio.contains(pid);
  }

  boolean hasAudio() {
    return !audio.isEmpty();
  }

  /** The packets a reader must see first. */
  byte[] tables() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(association.complete);
    all.writeBytes(map.complete);
    return all.toByteArray();
  }

  private static int firstProgram(byte[] section) {
    for (int i = PROGRAM_ENTRIES; i + STREAM_ENTRY <= section.length - CHECKSUM + 1; i += 4) {
      boolean isProgram = (section[i] | section[i + 1]) != 0;
      if (isProgram) {
        return pid(section, i + 2);
      }
    }
    return -1;
  }

  private void read(byte[] section) {
    if (section.length < PROGRAM_INFO_LENGTH + 2 + CHECKSUM) {
      return;
    }
    Map<Integer, Integer> videoNow = new TreeMap<>();
    Set<Integer> audioNow = new TreeSet<>();
    int end = section.length - CHECKSUM;
    int at = PROGRAM_INFO_LENGTH + 2 + twelveBits(section, PROGRAM_INFO_LENGTH);
    while (at + STREAM_ENTRY <= end) {
      int type = section[at] & 0xFF;
      int pid = pid(section, at + 1);
      int information = twelveBits(section, at + 3);
      int next = at + STREAM_ENTRY + information;
      if (VIDEO.contains(type)) {
        videoNow.put(pid, type);
      } else if (AUDIO.contains(type)
          || type == PRIVATE && describesAudio(section, at + STREAM_ENTRY, Math.min(next, end))) {
        audioNow.add(pid);
      }
      at = next;
    }
    if (version == 0 || !videoNow.equals(videoTypes) || !audioNow.equals(audio)) {
      videoTypes = videoNow;
      audio = audioNow;
      version++;
    }
  }

  private static boolean describesAudio(byte[] section, int from, int to) {
    for (int i = from; i + 2 <= to; i += 2 + (section[i + 1] & 0xFF)) {
      if (AUDIO_DESCRIPTORS.contains(section[i] & 0xFF)) {
        return true;
      }
    }
    return false;
  }

  private static int pid(byte[] bytes, int at) {
    return (bytes[at] & 0x1F) << 8 | bytes[at + 1] & 0xFF;
  }

  private static int twelveBits(byte[] bytes, int at) {
    return (bytes[at] & 0x0F) << 8 | bytes[at + 1] & 0xFF;
  }
}
