/**
 * The CDN's data plane: answers viewers from memory, fetches from the origins at most once per
 * object, and forgets what is invalidated. It knows nothing of AWS's API; {@code
 * onair.awslocal.cloudfront} puts deployed configurations into it. Viewers' signatures are checked
 * here. Begin with {@link onair.awslocal.edge.EdgeNetwork}, then {@link
 * onair.awslocal.edge.EdgeHandler}.
 */
@NullMarked
package onair.awslocal.edge;

import org.jspecify.annotations.NullMarked;
