package onair.awslocal;

import java.nio.file.Path;
import onair.awslocal.life.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How one {@code aws-local} runs. Port 0 takes any free port.
 *
 * @param host address all ports are bound to
 * @param port AWS API
 * @param edgePort CDN edge
 * @param rtmpPort RTMP ingest
 * @param data folder of all state and media; made when missing
 * @param profile how long state changes take
 * @param ffmpeg the program to encode with; null looks for one
 * @param maxEncoders channels encoded at once; 0 decides by the machine's cores
 * @param accountId twelve digits, the one account that exists
 * @param region where events go that no region can be told of
 */
public record AwsLocalConfig(
    String host,
    int port,
    int edgePort,
    int rtmpPort,
    Path data,
    Profile profile,
    @Nullable Path ffmpeg,
    int maxEncoders,
    String accountId,
    String region) {}
