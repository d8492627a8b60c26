/**
 * Campaigns: which creatives are shown, from when until when, and how often compared to others.
 * Begin with {@link onair.ads.campaign.CampaignController}.
 */
@NullMarked
package onair.ads.campaign;

import org.jspecify.annotations.NullMarked;
