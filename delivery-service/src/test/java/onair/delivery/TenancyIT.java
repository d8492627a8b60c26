package onair.delivery;

import onair.test.TenancyContract;

/** Row-level security of this service's tables. */
class TenancyIT extends TenancyContract {}
