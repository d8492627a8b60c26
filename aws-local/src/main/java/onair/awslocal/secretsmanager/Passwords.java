package onair.awslocal.secretsmanager;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordRequest;

/** New passwords. Source: Secrets Manager API reference, GetRandomPassword. */
final class Passwords {

  private static final int USUAL_LENGTH = 32;
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  static String make(GetRandomPasswordRequest request) {
    String without = request.excludeCharacters() == null ? "" : request.excludeCharacters();
    List<String> kinds =
        Stream.of(
                kind(LOWER, request.excludeLowercase()),
                kind(LOWER.toUpperCase(Locale.ROOT), request.excludeUppercase()),
                kind("0123456789", request.excludeNumbers()),
                kind(PUNCTUATION, request.excludePunctuation()),
                Boolean.TRUE.equals(request.includeSpace()) ? " " : "")
            .map(kind -> less(kind, without))
            .filter(kind -> !kind.isEmpty())
            .toList();
    long length = request.passwordLength() == null ? USUAL_LENGTH : request.passwordLength();
    boolean each = !Boolean.FALSE.equals(request.requireEachIncludedType());
    if (kinds.isEmpty() || (each && length < kinds.size())) {
      throw Refusals.invalidParameter(
          "The password cannot be made of what is left of characters and length.");
    }
    List<Character> password = new ArrayList<>();
    if (each) {
      kinds.forEach(kind -> password.add(any(kind)));
    }
    String all = String.join("", kinds);
    while (password.size() < length) {
      password.add(any(all));
    }
    Collections.shuffle(password, RANDOM);
    return password.stream().map(String::valueOf).collect(Collectors.joining());
  }

  private static String kind(String characters, @Nullable Boolean excluded) {
    return Boolean.TRUE.equals(excluded) ? "" : characters;
  }

  private static String less(String characters, String without) {
    return characters
        .chars()
        .filter(c -> without.indexOf(c) < 0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static char any(String characters) {
    return characters.charAt(RANDOM.nextInt(characters.length()));
  }
}
