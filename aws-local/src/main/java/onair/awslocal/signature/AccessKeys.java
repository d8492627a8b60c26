package onair.awslocal.signature;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose signatures count.
 *
 * @param byId the keys that are known
 * @param strict whether nobody else may call. When not, a signature in the header may be anybody's,
 *     right or wrong; a presigned URL, which is all the proof that a browser has, is still believed
 *     of known keys only
 * @param account of keys that are not known, twelve digits
 */
public record AccessKeys(Map<String, AccessKey> byId, boolean strict, String account) {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  public AccessKeys {
    byId = Map.copyOf(byId);
  }

  /** Only these. */
  public static AccessKeys only(Collection<AccessKey> keys, String account) {
    return new AccessKeys(byId(keys), true, account);
  }

  /** Anybody by header; URLs presigned with these. */
  public static AccessKeys anybody(Collection<AccessKey> presigning, String account) {
    return new AccessKeys(byId(presigning), false, account);
  }

  private static Map<String, AccessKey> byId(Collection<AccessKey> keys) {
    return keys.stream().collect(Collectors.toMap(AccessKey::id, Function.identity()));
  }

  Optional<AccessKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A key id that is no known one but an account's number means that account. */
  String accountOf(String id) {
    AccessKey known = byId.get(id);
    if (known != null) {
      return known.account();
    }
    return ACCOUNT.matcher(id).matches() ? id : account;
  }
}
