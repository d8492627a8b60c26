package onair.awslocal.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and signatures of AWS's own documentation and test suite. */
class SignaturesTest {

  private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");
  private static final AccessKey EXAMPLE =
      new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "444455556666");
  private static final String VANILLA =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
          + " SignedHeaders=host;x-amz-date,"
          + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

  private static Signatures strict(Instant now) {
    return new Signatures(AccessKeys.only(List.of(EXAMPLE), "111122223333"), () -> now, () -> now);
  }

  private static SignableRequest vanilla(String authorization) {
    return new SignableRequest(
        "GET",
        "/",
        "",
        Map.of(
            "host", "example.amazonaws.com",
            "x-amz-date", "20150830T123600Z",
            "authorization", authorization));
  }

  private static Caller verify(Signatures signatures, SignableRequest request) throws IOException {
    return signatures.verify(request, PathEncoding.TWICE, Payload.of(new byte[0]));
  }

  private static SignatureRefused.Kind refused(Signatures signatures, SignableRequest request) {
    try {
      verify(signatures, request);
    } catch (SignatureRefused e) {
      return e.kind();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  @Test
  void theCallerIsWhoeverHoldsTheSecret() throws IOException {
    assertThat(verify(strict(SIGNED), vanilla(VANILLA)))
        .isEqualTo(new Caller("AKIDEXAMPLE", "444455556666", "us-east-1", "service"));
  }

  @Test
  void aQueryIsSignedSortedAndEncoded() throws IOException {
    SignableRequest listUsers =
        new SignableRequest(
            "GET",
            "/",
            "Version=2010-05-08&Action=ListUsers",
            Map.of(
                "host", "iam.amazonaws.com",
                "content-type", "application/x-www-form-urlencoded;   charset=utf-8",
                "x-amz-date", "20150830T123600Z",
                "authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
    assertThat(verify(strict(SIGNED), listUsers).service()).isEqualTo("iam");
  }

  @ParameterizedTest
  @CsvSource({
    "d763fbf31, d763fbf32, WRONG",
    "/us-east-1/, /eu-west-1/, WRONG",
    "AKIDEXAMPLE, AKIDOTHER, UNKNOWN_KEY",
    "'Signature=', 'Sign=', INCOMPLETE",
    "'SignedHeaders=host;x-amz-date,', '', INCOMPLETE",
    "host;x-amz-date, x-amz-date, INCOMPLETE",
    "aws4_request, aws3_request, INCOMPLETE",
    "20150830, 20150831, INCOMPLETE",
    "AWS4-HMAC-SHA256, Bearer, INCOMPLETE"
  })
  void everyChangeOfTheHeaderIsRefused(String part, String other, SignatureRefused.Kind kind) {
    String authorization = VANILLA.replace(part, other == null ? "" : other);
    assertThat(authorization).isNotEqualTo(VANILLA);
    assertThat(refused(strict(SIGNED), vanilla(authorization))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"method", "path", "query", "host", "body"})
  void everyChangeOfTheRequestIsRefused(String what) {
    SignableRequest changed =
        new SignableRequest(
            what.equals("method") ? "POST" : "GET",
            what.equals("path") ? "/other" : "/",
            what.equals("query") ? "a=b" : "",
            Map.of(
                "host",
                what.equals("host") ? "evil.example" : "example.amazonaws.com",
                "x-amz-date",
                "20150830T123600Z",
                "authorization",
                VANILLA));
    assertThatThrownBy(
            () ->
                strict(SIGNED)
                    .verify(
                        changed,
                        PathEncoding.TWICE,
                        Payload.of(new byte[what.equals("body") ? 1 : 0])))
        .isInstanceOfSatisfying(
            SignatureRefused.class,
            e -> assertThat(e.kind()).isEqualTo(SignatureRefused.Kind.WRONG));
  }

  @ParameterizedTest
  @CsvSource({"-15, true", "15, true", "-16, false", "16, false"})
  void aSignatureCountsForFifteenMinutesAround(int minutes, boolean counts) throws IOException {
    Signatures signatures = strict(SIGNED.plus(Duration.ofMinutes(minutes)));
    if (counts) {
      assertThat(verify(signatures, vanilla(VANILLA)).accessKeyId()).isEqualTo("AKIDEXAMPLE");
    } else {
      assertThat(refused(signatures, vanilla(VANILLA))).isEqualTo(SignatureRefused.Kind.SKEWED);
    }
  }

  @Test
  void withoutConfiguredKeysAnybodyCallsInTheAccountOfTheirKey() throws IOException {
    Signatures anybody = Signatures.anybody("111122223333");
    String wrong = VANILLA.replace("d763fbf31", "0");
    assertThat(verify(anybody, vanilla(wrong)).account()).isEqualTo("111122223333");
    assertThat(verify(anybody, vanilla(wrong.replace("AKIDEXAMPLE", "222233334444"))).account())
        .isEqualTo("222233334444");
    assertThat(refused(anybody, vanilla("Basic dGVzdDp0ZXN0")))
        .isEqualTo(SignatureRefused.Kind.INCOMPLETE);
    assertThat(refused(anybody, new SignableRequest("GET", "/", "", Map.of())))
        .isEqualTo(SignatureRefused.Kind.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/a/b, /a/b",
    "/a/./b//c/, /a/b/c/",
    "/a/../../b, /b",
    "/arn%3Aaws, /arn%253Aaws"
  })
  void pathsAreNormalizedAndEncodedTwiceButForS3(String raw, String canonical) {
    assertThat(PathEncoding.TWICE.canonical(raw)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "/a//b/../c, /a//b/../c",
    "/a b, /a%20b",
    "/a%2Bb%20%ff, /a%2Bb%20%FF",
    "/%zz, /%25zz"
  })
  void keysAreEncodedOnceAsTheyStand(String raw, String canonical) {
    assertThat(PathEncoding.ONCE.canonical(raw)).isEqualTo(canonical);
  }
}
