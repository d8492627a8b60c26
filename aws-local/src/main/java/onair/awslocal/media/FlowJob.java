package onair.awslocal.media;

import java.util.List;

/**
 * One flow to run.
 *
 * @param flowId identity of the flow; at most one runs per id
 * @param sources in order of preference: the first that is connected is passed on; with distinct
 *     ids, may be empty
 * @param outputs with distinct ids
 */
public record FlowJob(String flowId, List<FlowSource> sources, List<FlowOutput> outputs) {

  public FlowJob {
    sources = List.copyOf(sources);
    outputs = List.copyOf(outputs);
  }
}
