/**
 * Decides who may do what by a resource's own IAM policy: {@link
 * onair.awslocal.policy.ResourcePolicy} reads the document and answers one {@link
 * onair.awslocal.policy.AccessRequest} at a time. Knows no AWS service; the services say what
 * action and resource a request is about.
 */
@NullMarked
package onair.awslocal.policy;

import org.jspecify.annotations.NullMarked;
