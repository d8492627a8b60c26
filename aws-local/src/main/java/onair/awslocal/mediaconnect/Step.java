package onair.awslocal.mediaconnect;

/** A change of state that takes time. The names are kept on disk. */
enum Step {
  START,
  STOP,
  UPDATE,
  DELETE
}
