/** Opaque public ids: a prefix that names the kind and a UUIDv7, so that ids sort by time. */
@NullMarked
package onair.common.id;

import org.jspecify.annotations.NullMarked;
