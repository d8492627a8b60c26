package onair.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static onair.test.Operations.operations;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import onair.common.idempotency.LateTransaction;
import onair.common.plan.DryRun;
import onair.common.version.IfMatch;

/**
 * What holds for every operation under {@code /v1}, whichever service has it: a new one that keeps
 * less fails the build. Comes with {@link OnAirRules}.
 */
public final class ApiRules {

  private ApiRules() {}

  @ArchTest
  public static final ArchRule postsCanBeRepeated =
      rule(operations("POST"), Promises.TAKE_A_KEY, "a lost answer must not mean a second effect");

  @ArchTest
  public static final ArchRule spendingCanBeRehearsed =
      rule(
          operations("POST"),
          Promises.BE_REHEARSED_WHEN_A_KEY_IS_REQUIRED,
          "whoever pays may see the price first, and pays once");

  @ArchTest
  public static final ArchRule rehearsalsShowAPlan =
      rule(operations(), Promises.use(DryRun.class, "shows"), "a rehearsal is answered by a plan");

  @ArchTest
  public static final ArchRule lateTransactionsBegin =
      rule(
          operations(),
          Promises.use(LateTransaction.class, "begin"),
          "what is done under a key is one transaction with its reply");

  @ArchTest
  public static final ArchRule changesHonourIfMatch =
      rule(
          operations("PUT", "PATCH", "DELETE"),
          Promises.TAKE_IF_MATCH,
          "nobody overwrites what they have not seen");

  @ArchTest
  public static final ArchRule ifMatchIsChecked =
      rule(
          operations(),
          Promises.use(IfMatch.class, "require"),
          "an If-Match that is read and not checked is a lost update");

  @ArchTest
  public static final ArchRule resourcesTellTheirVersion =
      rule(operations(), Promises.TELL_A_VERSION, "every single resource has an ETag");

  @ArchTest
  public static final ArchRule listsArePaged =
      rule(operations(), Promises.BE_PAGED_WHEN_LISTS, "every list grows");

  @ArchTest
  public static final ArchRule listsAreSearchedByMetadata =
      rule(
          operations(),
          Promises.BE_SEARCHED_BY_METADATA,
          "users find things by the words they gave them");

  @ArchTest
  public static final ArchRule resourcesTakeMetadata =
      rule(
          describe("change a resource", Operations::changesOne)
              .or(describe("make a resource", Operations::makesOne)),
          Promises.TAKE_METADATA,
          "users may give their own words to everything they make");

  private static ArchRule rule(
      DescribedPredicate<JavaMethod> which, ArchCondition<JavaMethod> keeps, String because) {
    return methods().that(which).should(keeps).because(because).allowEmptyShould(true);
  }
}
