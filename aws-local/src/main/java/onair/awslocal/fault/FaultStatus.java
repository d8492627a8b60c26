package onair.awslocal.fault;

import java.util.List;

/**
 * How a fault stands.
 *
 * @param fault as it was asked for, with the seed it goes by
 * @param seen matching calls or events since it was put
 * @param fired how many of them it befell
 * @param firedAt which ones, from 1; the first thousand
 */
public record FaultStatus(String id, FaultSpec fault, long seen, long fired, List<Long> firedAt) {}
