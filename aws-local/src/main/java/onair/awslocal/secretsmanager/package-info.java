/**
 * AWS Secrets Manager on this machine: secrets with their versions, tags and recovery windows.
 * {@link onair.awslocal.secretsmanager.LocalSecretsManager} lists the operations. Secrets lie in
 * the state folder as they are, are in no log and in no {@code toString}.
 */
@NullMarked
package onair.awslocal.secretsmanager;

import org.jspecify.annotations.NullMarked;
