package onair.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * The secrets of one installation, made at random on first use and kept in {@code .onair} with mode
 * 600.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Home home;
  private final Properties values = new Properties();

  Secrets(Home home) {
    this.home = home;
    if (Files.exists(home.secrets())) {
      try (Reader in = Files.newBufferedReader(home.secrets())) {
        values.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String ownerEmail() {
    return "owner@onair.local";
  }

  String ownerPassword() {
    return get("owner.password", () -> text(20));
  }

  String apiKey() {
    return get("api.key", Secrets::newApiKey);
  }

  String databasePassword(String role) {
    return get("database." + role + ".password", () -> text(32));
  }

  String awsSecretKey() {
    return get("aws.secret.key", () -> text(40));
  }

  /** 256 random bits in base64, the key under which channel-service encrypts stream keys. */
  String channelSecretKey() {
    return get("channel.secret.key", () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  /** 256 random bits in base64, the key under which account-service encrypts webhook secrets. */
  String webhookSecretKey() {
    return get("webhook.secret.key", () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  /** 256 random bits in base64, the key with which ads-service signs its addresses. */
  String adsSecretKey() {
    return get("ads.secret.key", () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  /** PKCS#8 PEM file of the P-256 key with which the gateway signs internal tokens. */
  Path tokenPrivateKey() {
    ensureTokenKeys();
    return home.keys().resolve("token-private.pem");
  }

  /** SubjectPublicKeyInfo PEM file with which services check them. */
  Path tokenPublicKey() {
    ensureTokenKeys();
    return home.keys().resolve("token-public.pem");
  }

  /** Prefix, 43 random characters, and six that check them, as account-service expects. */
  private static String newApiKey() {
    String random = text(43);
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    StringBuilder check = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < 6; i++) {
      check.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return "onair_test_" + random + check;
  }

  private synchronized String get(String name, Supplier<String> maker) {
    String value = values.getProperty(name);
    if (value == null) {
      value = maker.get();
      values.setProperty(name, value);
      StringWriter out = new StringWriter();
      try {
        values.store(out, "Secrets of this installation. Keep them to yourself.");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      writePrivately(home.secrets(), out.toString());
    }
    return value;
  }

  private synchronized void ensureTokenKeys() {
    Path privateFile = home.keys().resolve("token-private.pem");
    if (Files.exists(privateFile)) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      KeyPair pair = generator.generateKeyPair();
      writePrivately(
          home.keys().resolve("token-public.pem"),
          pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      writePrivately(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no elliptic-curve keys", e);
    }
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** Replaces a file as a whole, readable by its owner only from the first byte on. */
  static void writePrivately(Path file, String content) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(next, content);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return out.toString();
  }

  private static byte[] bytes(int length) {
    byte[] out = new byte[length];
    RANDOM.nextBytes(out);
    return out;
  }
}
