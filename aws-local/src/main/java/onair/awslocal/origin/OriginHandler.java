package onair.awslocal.origin;

/** Answers requests for one host name. It decides itself who may read. */
@FunctionalInterface
public interface OriginHandler {

  OriginResponse handle(OriginRequest request);
}
