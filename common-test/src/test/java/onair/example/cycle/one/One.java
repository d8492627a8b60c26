package onair.example.cycle.one;

import onair.example.cycle.two.deep.Two;

public record One(Two two) {}
