/** People of an organization, how they prove who they are, and what their role allows. */
@NullMarked
package onair.account.member;

import org.jspecify.annotations.NullMarked;
