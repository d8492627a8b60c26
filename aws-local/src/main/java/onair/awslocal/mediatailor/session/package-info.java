/**
 * What one player gets: its playlists with its ads in them, the ads' segments, and who is told that
 * it saw them. {@link onair.awslocal.mediatailor.session.Session} is the door; live content is
 * personalised by {@code LiveTimeline}, finished content by {@code VodTimeline}.
 */
@NullMarked
package onair.awslocal.mediatailor.session;

import org.jspecify.annotations.NullMarked;
