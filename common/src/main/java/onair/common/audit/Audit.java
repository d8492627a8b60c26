package onair.common.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a command may add to the entry of its request. Without a word of it there is an entry all
 * the same, with what a GET of the resource showed before and what the caller was told after.
 */
public final class Audit {

  private static final String ATTRIBUTE = Audit.class.getName();

  private Audit() {}

  /**
   * What was changed, where no GET shows it. Written as JSON in snake_case, secrets masked by their
   * names; better to leave them out.
   *
   * @param object kind of it, for example {@code session}
   * @param id its id
   * @param before null when it was not there
   * @param after null when it is gone
   */
  public static void changed(
      String object, String id, @Nullable Object before, @Nullable Object after) {
    note(said().with(object, id, before, after));
  }

  /**
   * Who did it for which organization, where the caller of the request is not the one who acts.
   *
   * @param session {@code ses_…} they are signed in by; empty when they are not
   */
  public static void actsFor(String organizationId, String actor, String session) {
    note(said().by(organizationId, actor, session));
  }

  /** What was said within this request. */
  static Said said() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof Said already
        ? already
        : Said.NOTHING;
  }

  private static void note(Said said) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(ATTRIBUTE, said, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** What commands have said. */
  record Said(
      @Nullable Change change,
      @Nullable String organizationId,
      @Nullable String actor,
      @Nullable String session) {

    static final Said NOTHING = new Said(null, null, null, null);

    Said with(String object, String id, @Nullable Object before, @Nullable Object after) {
      return new Said(new Change(object, id, before, after), organizationId, actor, session);
    }

    Said by(String organization, String who, String signedInBy) {
      return new Said(change, organization, who, signedInBy);
    }
  }

  record Change(String object, String id, @Nullable Object before, @Nullable Object after) {}
}
