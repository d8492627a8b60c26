/**
 * Organizations, members, API keys and sign-in sessions. The gateway asks here who a credential
 * belongs to; nobody else's tables name a person or a key. {@link
 * onair.account.AccountConfiguration} shows what the service is made of.
 */
@NullMarked
package onair.account;

import org.jspecify.annotations.NullMarked;
