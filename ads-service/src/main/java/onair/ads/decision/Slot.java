package onair.ads.decision;

import onair.ads.beacon.Impression;

/**
 * An ad that was chosen, with what it is counted by.
 *
 * @param mediaUrl where its film is fetched
 */
record Slot(Candidate ad, String mediaUrl, Impression impression) {}
