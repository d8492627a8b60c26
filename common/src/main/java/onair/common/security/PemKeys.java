package onair.common.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** EC keys out of PEM files. Errors name the file and what was expected, never its content. */
final class PemKeys {

  private PemKeys() {}

  static ECPrivateKey privateKey(Path file) {
    try {
      byte[] der = one(file, "PRIVATE KEY");
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | ClassCastException failure) {
      throw new IllegalArgumentException(
          file + " must hold an EC private key (PKCS#8 PEM)", failure);
    }
  }

  /** All public keys of the file: more than one while keys are being changed. */
  static List<ECPublicKey> publicKeys(Path file) {
    try {
      var keys = new ArrayList<ECPublicKey>();
      for (byte[] der : blocks(file, "PUBLIC KEY")) {
        keys.add(
            (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
      }
      return keys;
    } catch (GeneralSecurityException | ClassCastException failure) {
      throw new IllegalArgumentException(
          file + " must hold EC public keys (SubjectPublicKeyInfo PEM)", failure);
    }
  }

  private static byte[] one(Path file, String label) {
    List<byte[]> blocks = blocks(file, label);
    if (blocks.size() != 1) {
      throw new IllegalArgumentException(file + " must hold exactly one PEM block named " + label);
    }
    return blocks.getFirst();
  }

  private static List<byte[]> blocks(Path file, String label) {
    var pattern =
        Pattern.compile(
            "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----");
    var blocks = new ArrayList<byte[]>();
    var matcher = pattern.matcher(read(file));
    while (matcher.find()) {
      try {
        blocks.add(Base64.getMimeDecoder().decode(matcher.group(1)));
      } catch (IllegalArgumentException failure) {
        throw new IllegalArgumentException(
            file + " holds a damaged PEM block named " + label, failure);
      }
    }
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no PEM block named " + label);
    }
    return blocks;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalArgumentException("Cannot read the key file " + file, failure);
    }
  }
}
