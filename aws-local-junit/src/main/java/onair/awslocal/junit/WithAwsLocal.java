package onair.awslocal.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test class has an AWS of its own on this machine, empty, on free ports, with instant state
 * changes. It starts when it is first asked for and ends with the class, and so does its folder.
 *
 * <p>Constructors and methods of the class, and of classes nested in it, can have as parameters
 *
 * <ul>
 *   <li>{@link onair.awslocal.AwsLocal}: its addresses
 *   <li>{@link onair.awslocal.client.AwsLocalControl}: its clock, faults, ledger and snapshots
 *   <li>any client of the AWS SDK for Java 2, such as {@code MediaLiveClient} or {@code
 *       MediaLiveAsyncClient}, ready to use
 * </ul>
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AwsLocalExtension.class)
public @interface WithAwsLocal {

  /**
   * Variables of {@link onair.awslocal.AwsLocalConfig} to be set otherwise, each as {@code
   * NAME=value}, such as {@code AWS_LOCAL_PROFILE=realistic}.
   */
  String[] settings() default {};
}
