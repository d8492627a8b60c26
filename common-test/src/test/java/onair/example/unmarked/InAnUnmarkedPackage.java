package onair.example.unmarked;

record InAnUnmarkedPackage() {}
