package onair.awslocal.fault;

import java.util.Set;

/** Which operations list resources, and so may be late in AWS. */
final class Lists {

  /** S3 lists are strongly consistent, MediaStore's items are no resources. */
  private static final Set<String> NEVER_LATE = Set.of("s3", "sts");

  private static final Set<String> OTHERS =
      Set.of("SearchJobs", "DescribeParameters", "GetParametersByPath");

  private Lists() {}

  static boolean isList(String service, String operation) {
    return !NEVER_LATE.contains(service)
        && !operation.equals("ListItems")
        && !operation.startsWith("ListTags")
        && (operation.startsWith("List") || OTHERS.contains(operation));
  }
}
