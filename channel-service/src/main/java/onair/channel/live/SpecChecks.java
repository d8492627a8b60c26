package onair.channel.live;

/**
 * What has to be so for a spec to be taken; each throws a {@link onair.common.problem.Problem}.
 *
 * @param ladders put an organization's own ladder in first
 * @param starts for what is to run with it
 */
record SpecChecks(
    SpecRules rules,
    SourceRules sources,
    KeyServers keyServers,
    LadderChoice ladders,
    StartRules starts) {}
