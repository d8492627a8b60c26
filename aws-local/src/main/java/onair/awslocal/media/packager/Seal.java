package onair.awslocal.media.packager;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import onair.awslocal.media.Protection;
import onair.awslocal.media.Protection.DrmSystem;
import onair.awslocal.media.Protection.Key;
import onair.awslocal.media.mp4.MalformedMp4;
import onair.awslocal.media.mp4.ProtectedInit;
import onair.awslocal.media.mp4.SampleEncryption;

/** Encrypts the files of an endpoint and says in its manifests how. */
record Seal(Protection protection) {

  static final String NO_KEY = "#EXT-X-KEY:METHOD=NONE";

  byte[] init(Rendition rendition) throws MalformedMp4 {
    byte[] init = rendition.track().init();
    Optional<Key> key = protection.key(rendition.isVideo());
    return isWhole() || key.isEmpty()
        ? init
        : ProtectedInit.of(
            init, protection.scheme(), key.get(), rendition.isVideo(), boxes(key.get()));
  }

  byte[] segment(Rendition rendition, byte[] bytes) throws MalformedMp4 {
    Optional<Key> key = protection.key(rendition.isVideo());
    if (key.isEmpty()) {
      return bytes;
    }
    return isWhole()
        ? whole(key.get(), bytes)
        : new SampleEncryption(
                protection.scheme(), key.get(), rendition.isVideo(), rendition.name())
            .of(bytes);
  }

  /** Whether whole files are encrypted, so that headers have to be kept out of it. */
  boolean isWhole() {
    return protection.scheme() == Protection.Scheme.AES_128;
  }

  private static byte[] whole(Key key, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key.bytes(), "AES"),
          new IvParameterSpec(key.iv()));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES", e);
    }
  }

  private List<byte[]> boxes(Key key) {
    List<byte[]> boxes = new ArrayList<>();
    for (DrmSystem system : of(key)) {
      if (system.pssh() != null) {
        boxes.add(system.pssh());
      }
    }
    return boxes;
  }

  private List<DrmSystem> of(Key key) {
    return protection.systems().stream().filter(system -> system.keyId().equals(key.id())).toList();
  }

  /** Lines of a media playlist; empty for what stays clear. */
  List<String> mediaPlaylist(boolean isVideo) {
    List<String> lines = new ArrayList<>();
    protection
        .key(isVideo)
        .ifPresent(key -> of(key).forEach(system -> lines.addAll(lines(system, key))));
    return lines.stream().distinct().toList();
  }

  private List<String> lines(DrmSystem system, Key key) {
    if (system.hlsMedia() != null) {
      return system.hlsMedia().lines().filter(line -> !line.isBlank()).toList();
    }
    if (isWhole()) {
      return system.keyAddress() == null
          ? List.of()
          : List.of(
              "#EXT-X-KEY:METHOD=AES-128,URI=\"%s\",IV=0x%s"
                  .formatted(system.keyAddress(), HexFormat.of().formatHex(key.iv())));
    }
    return system.pssh() == null
        ? List.of()
        : List.of(
            "#EXT-X-KEY:METHOD=%s,URI=\"data:text/plain;base64,%s\",KEYID=0x%s,KEYFORMAT=\"urn:uuid:%s\",KEYFORMATVERSIONS=\"1\""
                .formatted(
                    protection.scheme() == Protection.Scheme.CENC ? "SAMPLE-AES-CTR" : "SAMPLE-AES",
                    Base64.getEncoder().encodeToString(system.pssh()),
                    key.id().toString().replace("-", ""),
                    system.id()));
  }

  /** Lines of a multivariant playlist. */
  List<String> multivariantPlaylist() {
    return protection.systems().stream()
        .map(DrmSystem::hlsMultivariant)
        .filter(lines -> lines != null)
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .distinct()
        .toList();
  }

  /** Elements of an adaptation set. */
  void adaptationSet(Xml xml, boolean isVideo) {
    protection
        .key(isVideo)
        .filter(key -> !isWhole())
        .ifPresent(
            key -> {
              xml.open("ContentProtection")
                  .with("xmlns:cenc", "urn:mpeg:cenc:2013")
                  .with("schemeIdUri", "urn:mpeg:dash:mp4protection:2011")
                  .with("value", protection.scheme() == Protection.Scheme.CENC ? "cenc" : "cbcs")
                  .with("cenc:default_KID", key.id())
                  .close();
              of(key).forEach(system -> element(xml, system));
            });
  }

  private static void element(Xml xml, DrmSystem system) {
    UUID id = system.id();
    xml.open("ContentProtection").with("schemeIdUri", "urn:uuid:" + id);
    String content = system.dash();
    byte[] pssh = system.pssh();
    if (content != null) {
      xml.closeWith(content);
    } else if (pssh != null) {
      xml.closeWith(
          "<cenc:pssh xmlns:cenc=\"urn:mpeg:cenc:2013\">%s</cenc:pssh>"
              .formatted(Base64.getEncoder().encodeToString(pssh)));
    } else {
      xml.close();
    }
  }
}
