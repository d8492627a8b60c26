package onair.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test class has an AWS of its own on this machine, empty, on free ports, with instant state
 * changes: as {@code onair.aws.*} and as an {@link onair.awslocal.AwsLocal} parameter.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AwsLocalExtension.class)
public @interface WithAwsLocal {}
