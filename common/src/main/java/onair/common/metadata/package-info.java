/** Users' own words about resources, as they lie in the database. */
@NullMarked
package onair.common.metadata;

import org.jspecify.annotations.NullMarked;
