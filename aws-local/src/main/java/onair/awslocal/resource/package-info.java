/**
 * What resources of every AWS service have in common: the account and region they live in, how they
 * are kept on disk, listed in pages and copied between the SDK's many shapes of one thing. Knows no
 * AWS service.
 */
@NullMarked
package onair.awslocal.resource;

import org.jspecify.annotations.NullMarked;
