package onair.channel.parts;

import java.util.List;

/**
 * An input in AWS.
 *
 * @param usable a channel can be attached to it, or is
 * @param state AWS's word for it
 * @param urls addresses to push to without the stream key, {@code rtmp://203.0.113.9:1935/live},
 *     one for each pipeline that is fed; empty until AWS has given them
 */
public record ObservedInput(boolean usable, String state, List<String> urls) {

  public ObservedInput {
    urls = List.copyOf(urls);
  }
}
