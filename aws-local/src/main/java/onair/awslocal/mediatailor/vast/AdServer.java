package onair.awslocal.mediatailor.vast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.awslocal.mediatailor.http.FetchFailed;
import onair.awslocal.mediatailor.http.Fetcher;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Asks an ad decision server and follows its wrappers, all within one deadline. Source: VAST 4.2,
 * VMAP 1.0.1; MediaTailor follows at most 5 wrappers.
 */
public final class AdServer {

  /** MediaTailor's, for a decision and everything it leads to. */
  public static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final int MAX_BYTES = 2 * 1024 * 1024;
  private static final int MAX_WRAPPERS = 5;
  private static final int MAX_ADS = 100;

  private final Fetcher fetcher;

  public AdServer(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * The breaks of the answer. Plain VAST is one break at the start. Ads that have nothing to show
   * are left out; when a wrapper of one ad fails, the others stay.
   *
   * @param address with all variables filled in
   * @param headers of the player, as far as they are told
   * @throws BadAnswer when there is no answer, or no ad because of what went wrong behind it
   */
  public List<AdBreak> ask(String address, Map<String, String> headers) throws BadAnswer {
    return new Question(headers, System.nanoTime() + TIMEOUT.toNanos()).ask(address);
  }

  private final class Question {

    private final Map<String, String> headers;
    private final long deadline;
    private @Nullable BadAnswer failure;
    private int ads;

    Question(Map<String, String> headers, long deadline) {
      this.headers = headers;
      this.deadline = deadline;
    }

    List<AdBreak> ask(String address) throws BadAnswer {
      Element root = fetch(address);
      List<AdBreak> breaks =
          switch (AdXml.localName(root)) {
            case "VMAP" -> vmap(root, Set.of(address));
            case "VAST", "VideoAdServingTemplate" ->
                List.of(
                    new AdBreak(
                        new AdBreak.Offset.Start(), vast(root, AdTemplate.EMPTY, Set.of(address))));
            default -> throw new BadAnswer(BadAnswer.Reason.MALFORMED, "neither VAST nor VMAP");
          };
      BadAnswer failed = failure;
      if (failed != null && breaks.stream().allMatch(found -> found.ads().isEmpty())) {
        throw failed;
      }
      return breaks;
    }

    private List<AdBreak> vmap(Element root, Set<String> seen) {
      List<AdBreak> breaks = new ArrayList<>();
      for (Element element : AdXml.children(root, "AdBreak")) {
        AdBreak.Offset offset = AdBreak.Offset.parse(element.getAttribute("timeOffset"));
        boolean linear =
            List.of(element.getAttribute("breakType").split("[,\\s]+")).contains("linear");
        if (offset != null && linear) {
          breaks.add(new AdBreak(offset, source(element, seen)));
        }
      }
      return breaks;
    }

    private List<LinearAd> source(Element adBreak, Set<String> seen) {
      List<LinearAd> found = new ArrayList<>();
      for (Element source : AdXml.children(adBreak, "AdSource")) {
        AdXml.at(source, "VASTAdData", "VAST")
            .forEach(vast -> found.addAll(vast(vast, AdTemplate.EMPTY, seen)));
        AdXml.at(source, "AdTagURI")
            .map(AdXml::text)
            .forEach(tag -> found.addAll(follow(tag, AdTemplate.EMPTY, seen)));
      }
      return found;
    }

    /** Ads of a pod in their sequence, then those without one. */
    private List<LinearAd> vast(Element root, AdTemplate template, Set<String> seen) {
      List<LinearAd> found = new ArrayList<>();
      AdXml.children(root, "Ad").stream()
          .sorted(Comparator.comparingInt(Question::sequence))
          .limit(MAX_ADS - Math.min(MAX_ADS, ads))
          .forEach(
              ad -> {
                ads++;
                AdXml.children(ad, "InLine")
                    .forEach(inLine -> template.ad(ad, inLine).ifPresent(found::add));
                AdXml.children(ad, "Wrapper")
                    .forEach(
                        wrapper ->
                            found.addAll(
                                follow(
                                    AdXml.text(wrapper, "VASTAdTagURI"),
                                    template.with(wrapper),
                                    seen)));
              });
      return found;
    }

    private static int sequence(Element ad) {
      try {
        return Integer.parseInt(ad.getAttribute("sequence"));
      } catch (NumberFormatException e) {
        return Integer.MAX_VALUE;
      }
    }

    private List<LinearAd> follow(String address, AdTemplate template, Set<String> seen) {
      try {
        if (seen.contains(address)) {
          throw new BadAnswer(BadAnswer.Reason.WRAPPER_LOOP, "a wrapper that leads to itself");
        }
        if (seen.size() > MAX_WRAPPERS) {
          throw new BadAnswer(
              BadAnswer.Reason.TOO_MANY_WRAPPERS, "more than " + MAX_WRAPPERS + " wrappers");
        }
        Set<String> further = new LinkedHashSet<>(seen);
        further.add(address);
        return vast(fetch(address), template, further);
      } catch (BadAnswer e) {
        failure = e;
        return List.of();
      }
    }

    private Element fetch(String address) throws BadAnswer {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        throw new BadAnswer(BadAnswer.Reason.TIMEOUT, "no time left");
      }
      try {
        return AdXml.parse(fetcher.get(address, headers, left, MAX_BYTES));
      } catch (FetchFailed e) {
        throw new BadAnswer(reason(e.reason()), String.valueOf(e.getMessage()));
      }
    }
  }

  private static BadAnswer.Reason reason(FetchFailed.Reason reason) {
    return switch (reason) {
      case TIMEOUT -> BadAnswer.Reason.TIMEOUT;
      case TOO_LARGE -> BadAnswer.Reason.TOO_LARGE;
      case STATUS -> BadAnswer.Reason.STATUS;
      case UNREACHABLE, ADDRESS -> BadAnswer.Reason.UNREACHABLE;
    };
  }
}
