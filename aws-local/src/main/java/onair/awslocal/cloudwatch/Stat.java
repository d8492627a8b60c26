package onair.awslocal.cloudwatch;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.metrics.Datapoint;

/**
 * One number made of the values of a span: SampleCount, Average, Sum, Minimum, Maximum, or a
 * percentile such as {@code p99.9}. Trimmed means and their kin are not there.
 */
record Stat(String name, ToDoubleFunction<Datapoint> of) {

  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(\\.\\d{1,10})?|100)");
  private static final Pattern OTHERS =
      Pattern.compile("(tm|wm|tc|ts)\\d.*|(TM|WM|TC|TS|PR)\\(.*\\)|IQM");

  /** Empty for what CloudWatch does not know either. */
  static Optional<Stat> of(String name) {
    Matcher percentile = PERCENTILE.matcher(name);
    if (percentile.matches()) {
      double percent = Double.parseDouble(percentile.group(1));
      return Optional.of(
          new Stat(name, point -> percent == 0 ? point.minimum() : point.percentile(percent)));
    }
    if (OTHERS.matcher(name).matches()) {
      throw Refusals.notImplemented("the CloudWatch statistic " + name);
    }
    return switch (name) {
      case "SampleCount" -> Optional.of(new Stat(name, Datapoint::count));
      case "Average" -> Optional.of(new Stat(name, Datapoint::average));
      case "Sum" -> Optional.of(new Stat(name, Datapoint::sum));
      case "Minimum" -> Optional.of(new Stat(name, Datapoint::minimum));
      case "Maximum" -> Optional.of(new Stat(name, Datapoint::maximum));
      default -> Optional.empty();
    };
  }
}
