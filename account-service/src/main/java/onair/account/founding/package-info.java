/** New organizations, made by the one the installation began with. */
@NullMarked
package onair.account.founding;

import org.jspecify.annotations.NullMarked;
