package onair.vod.asset;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import onair.vod.storage.StoredObjects;

/** A bucket in memory. */
final class FakeObjects implements StoredObjects {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public void write(String key, String text, String contentType, Duration kept) {
    put(key, text);
  }

  void put(String key, String text) {
    objects.put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  void reset() {
    objects.clear();
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  @Override
  public OptionalLong size(String key) {
    byte[] bytes = objects.get(key);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
  }

  @Override
  public byte[] read(String key, long offset, int length) {
    byte[] bytes = objects.get(key);
    return Arrays.copyOfRange(bytes, (int) offset, (int) Math.min(bytes.length, offset + length));
  }

  @Override
  public String text(String key) {
    return new String(objects.get(key), StandardCharsets.UTF_8);
  }

  @Override
  public boolean removeAll(String prefix) {
    objects.keySet().removeIf(key -> key.startsWith(prefix));
    return true;
  }
}
