package onair.account.example;

public record Account(String name) {}
