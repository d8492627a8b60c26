/**
 * Whose rows a thread sees. Every query of an organization's rows is bound to it; row-level
 * security of PostgreSQL binds it once more, so that one that forgets to still shows nothing.
 * {@link onair.common.tenancy.Tenancy} says what holds for whom, {@link
 * onair.common.tenancy.TenantDataSource} tells PostgreSQL. The policies ask the function {@code
 * onair_sees} of {@code V4__tenancy.sql}.
 */
@NullMarked
package onair.common.tenancy;

import org.jspecify.annotations.NullMarked;
