package onair.awslocal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePolicyTest {

  private static final String ENDPOINT =
      "arn:aws:mediapackagev2:eu-west-1:111122223333:channelGroup/grp1/channel/ev-42/originEndpoint/cmaf";
  private static final String DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/E123";
  private static final Requester CLOUDFRONT = new Requester.Service("cloudfront.amazonaws.com");

  private static String statement(String effect, String principal, String rest) {
    return """
        {"Effect": "%s", "Principal": %s, "Action": ["mediapackagev2:GetObject"], "Resource": "%s"%s}"""
        .formatted(effect, principal, ENDPOINT, rest);
  }

  private static ResourcePolicy policy(String... statements) {
    return ResourcePolicy.parse(
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}");
  }

  private static final String SERVICE = "{\"Service\": \"cloudfront.amazonaws.com\"}";

  private static AccessRequest get(Requester requester) {
    return new AccessRequest(
        requester,
        "mediapackagev2:GetObject",
        ENDPOINT,
        Map.of("aws:SourceArn", DISTRIBUTION, "aws:SourceAccount", "111122223333"));
  }

  @Test
  void allowsTheNamedServiceAndNobodyElse() {
    var policy = policy(statement("Allow", SERVICE, ""));

    assertThat(policy.decide(get(CLOUDFRONT))).isEqualTo(Decision.ALLOW);
    assertThat(policy.decide(get(new Requester.Anonymous()))).isEqualTo(Decision.IMPLICIT_DENY);
    assertThat(policy.decide(get(new Requester.Service("s3.amazonaws.com"))))
        .isEqualTo(Decision.IMPLICIT_DENY);
    assertThat(policy.decide(get(new Requester.Identity("arn:aws:iam::111122223333:role/a"))))
        .isEqualTo(Decision.IMPLICIT_DENY);
  }

  @Test
  void denyWinsWhateverTheOrder() {
    var allow = statement("Allow", "\"*\"", "");
    var deny = statement("Deny", SERVICE, "");

    assertThat(policy(allow, deny).decide(get(CLOUDFRONT))).isEqualTo(Decision.EXPLICIT_DENY);
    assertThat(policy(deny, allow).decide(get(CLOUDFRONT))).isEqualTo(Decision.EXPLICIT_DENY);
    assertThat(policy(deny, allow).decide(get(new Requester.Anonymous())))
        .isEqualTo(Decision.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"*\"", "{\"AWS\": \"*\"}", "{\"AWS\": [\"999988887777\", \"*\"]}"})
  void aStarMeansEveryoneEvenUnsigned(String principal) {
    assertThat(policy(statement("Allow", principal, "")).decide(get(new Requester.Anonymous())))
        .isEqualTo(Decision.ALLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, ALLOW",
    "arn:aws:iam::111122223333:root, ALLOW",
    "arn:aws:iam::111122223333:role/MediaLiveAccessRole, ALLOW",
    "arn:aws:iam::111122223333:role/Other, IMPLICIT_DENY",
    "999988887777, IMPLICIT_DENY"
  })
  void anIdentityMatchesByItsAccountOrItsArn(String principal, Decision expected) {
    var identity = Requester.of("arn:aws:iam::111122223333:role/MediaLiveAccessRole");

    assertThat(
            policy(statement("Allow", "{\"AWS\": \"" + principal + "\"}", ""))
                .decide(get(identity)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "mediapackagev2:GetObject, ALLOW",
    "MEDIAPACKAGEV2:getobject, ALLOW",
    "mediapackagev2:Get*, ALLOW",
    "mediapackagev2:Get?bject, ALLOW",
    "*, ALLOW",
    "mediapackagev2:GetHeadObject, IMPLICIT_DENY",
    "mediapackage:*, IMPLICIT_DENY",
    "mediapackagev2.GetObject, IMPLICIT_DENY"
  })
  void actionsMatchWithWildcardsAndWithoutCase(String action, Decision expected) {
    var policy =
        ResourcePolicy.parse(
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"%s\", \"Resource\": \"*\"}}"
                .formatted(action));

    assertThat(policy.decide(get(CLOUDFRONT))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "*, ALLOW",
    "arn:aws:mediapackagev2:*:111122223333:channelGroup/grp1/*, ALLOW",
    "arn:aws:mediapackagev2:eu-west-1:111122223333:channelGroup/grp?/channel/*/originEndpoint/cmaf, ALLOW",
    "arn:aws:mediapackagev2:eu-west-1:111122223333:channelGroup/grp1/channel/ev-42/originEndpoint/CMAF, IMPLICIT_DENY",
    "arn:aws:mediapackagev2:*, IMPLICIT_DENY",
    "arn:*:channelGroup/grp1/channel/ev-42/originEndpoint/cmaf, IMPLICIT_DENY"
  })
  void resourcesMatchPartByPartOfTheArn(String resource, Decision expected) {
    var policy =
        ResourcePolicy.parse(
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"%s\"}}"
                .formatted(resource));

    assertThat(policy.decide(get(CLOUDFRONT))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"StringEquals\": {\"aws:SourceArn\": \"arn:aws:cloudfront::111122223333:distribution/E123\"}}|ALLOW",
        "{\"StringEquals\": {\"AWS:sourceaccount\": [\"1\", \"111122223333\"]}}|ALLOW",
        "{\"StringEquals\": {\"aws:SourceAccount\": \"1111*\"}}|IMPLICIT_DENY",
        "{\"StringLike\": {\"aws:SourceArn\": \"arn:aws:cloudfront::*E12?\"}}|ALLOW",
        "{\"StringLike\": {\"aws:SourceAccount\": \"2*\"}}|IMPLICIT_DENY",
        "{\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:cloudfront::111122223333:distribution/*\"}}|ALLOW",
        "{\"ArnEquals\": {\"aws:SourceArn\": \"arn:aws:cloudfront::111122223333:distribution/*\"}}|ALLOW",
        "{\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:*distribution/E123\"}}|IMPLICIT_DENY",
        "{\"StringEquals\": {\"aws:SourceVpc\": \"vpc-1\"}}|IMPLICIT_DENY",
        "{\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}, \"ArnLike\": {\"aws:SourceArn\": \"arn:aws:s3:::b\"}}|IMPLICIT_DENY"
      })
  void everyConditionKeyMustHoldAndOneValueIsEnough(String condition, Decision expected) {
    var policy = policy(statement("Allow", SERVICE, ", \"Condition\": " + condition));

    assertThat(policy.decide(get(CLOUDFRONT))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|not valid JSON",
        "{}|no Statement",
        "[]|must be an object",
        "{\"Statement\": []}|no statement",
        "{\"Version\": \"2020-01-01\", \"Statement\": []}|Version",
        "{\"Statement\": {\"Effect\": \"allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}|Effect",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}|no Principal",
        "{\"Statement\": {\"Effect\": \"Allow\", \"NotPrincipal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}|NotPrincipal",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"NotAction\": \"*\", \"Resource\": \"*\"}}|NotAction",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::1:role/*\"}, \"Action\": \"*\", \"Resource\": \"*\"}}|wildcard",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": []}, \"Action\": \"*\", \"Resource\": \"*\"}}|empty",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": 1, \"Resource\": \"*\"}}|string",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}|JSON",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}}}}|unknown operator",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"${aws:username}\"}}|variable"
      })
  void refusesWhatItWouldNotObey(String json, String expected) {
    assertThatThrownBy(() -> ResourcePolicy.parse(json == null ? "{" : json))
        .isInstanceOf(MalformedPolicy.class)
        .hasMessageContaining(expected);
  }
}
