package onair.vod.mediaconvert;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are sent; prefix {@code onair.vod.mediaconvert}.
 *
 * @param roleArn IAM role MediaConvert acts under, which may read {@code uploads/*} and write
 *     {@code vod/*} of the bucket; empty for {@code MediaConvertRole} of the account
 * @param queue name of the queue jobs wait in
 */
@ConfigurationProperties("onair.vod.mediaconvert")
record MediaConvertProperties(@Nullable String roleArn, @DefaultValue("Default") String queue) {

  MediaConvertProperties {
    roleArn = roleArn == null || roleArn.isBlank() ? null : roleArn;
  }

  /** The role given, else the account's {@code MediaConvertRole}. */
  String roleArn(String accountId) {
    return roleArn == null ? "arn:aws:iam::" + accountId + ":role/MediaConvertRole" : roleArn;
  }
}
