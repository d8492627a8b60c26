package onair.awslocal.policy;

import java.util.List;

/**
 * A resource policy in IAM's language: an explicit deny wins over every allow, and what no
 * statement allows is denied.
 *
 * <p>Covers Effect, Principal ({@code *}, AWS, Service), Action and Resource with wildcards, and
 * Condition with StringEquals, StringLike, ArnEquals and ArnLike. NotPrincipal, NotAction,
 * NotResource, other operators and policy variables are refused when the policy is read. Source:
 * IAM User Guide, "IAM JSON policy element reference" and "Policy evaluation logic".
 */
public final class ResourcePolicy {

  private final List<Statement> statements;

  ResourcePolicy(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  /** Reads a policy document, or throws {@link MalformedPolicy}. */
  public static ResourcePolicy parse(String json) {
    return new PolicyReader().read(json);
  }

  public Decision decide(AccessRequest request) {
    var speaking = statements.stream().filter(s -> s.speaksTo(request)).toList();
    if (speaking.isEmpty()) {
      return Decision.IMPLICIT_DENY;
    }
    return speaking.stream().allMatch(Statement::allows) ? Decision.ALLOW : Decision.EXPLICIT_DENY;
  }
}
