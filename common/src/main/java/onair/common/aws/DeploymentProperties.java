package onair.common.aws;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which installation of OnAir this is.
 *
 * @param deployment part of the names and tags of everything made in AWS, so that several
 *     installations can share an account; changing it orphans what was made under the old name
 */
@Validated
@ConfigurationProperties("onair")
public record DeploymentProperties(
    @DefaultValue("local")
        @Pattern(
            regexp = "[a-z][a-z0-9-]{0,19}",
            message = "must be 1 to 20 of a-z, 0-9 and -, and start with a letter")
        String deployment) {}
