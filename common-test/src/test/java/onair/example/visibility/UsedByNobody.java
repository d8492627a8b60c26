package onair.example.visibility;

public record UsedByNobody() {}
