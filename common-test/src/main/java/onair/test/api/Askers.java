package onair.test.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.test.TestApi;

/** Everybody by whom {@link AccessMatrix} has an operation asked. Used by several threads. */
public interface Askers {

  /** Who may do everything in the organization that the resources belong to. */
  TestApi owner();

  /**
   * Those who are told 401, by who they are: without a credential, or with one that is not good any
   * more.
   */
  Map<String, TestApi> unknown();

  /**
   * A member of the owner's organization.
   *
   * @param scopes what the role is promised to allow
   */
  TestApi member(String role, Set<String> scopes);

  /** A key of the owner's organization with these scopes and no others. */
  TestApi key(Set<String> scopes);

  /** Who may do everything in another organization. */
  TestApi stranger();

  /** The owner's browser, made to ask by another site; empty where no browsers come. */
  default Optional<TestApi> acrossSites() {
    return Optional.empty();
  }
}
