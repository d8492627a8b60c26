package onair.delivery.distribution;

/** Which edge locations serve; CloudFront's price classes. */
public enum PriceClass {
  /** {@code PriceClass_100}. */
  EUROPE_AND_AMERICA,
  /** {@code PriceClass_200}: without South America and Oceania. */
  MOST,
  /** {@code PriceClass_All}. */
  ALL
}
