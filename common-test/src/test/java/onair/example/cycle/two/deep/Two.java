package onair.example.cycle.two.deep;

import onair.example.cycle.one.One;
import org.jspecify.annotations.Nullable;

public record Two(@Nullable One one) {}
