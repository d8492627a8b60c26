/**
 * Makes ads and slates look like the content they are put into: fetched once, transcoded once per
 * ladder, kept on disk.
 */
@NullMarked
package onair.awslocal.mediatailor.creative;

import org.jspecify.annotations.NullMarked;
