package onair.awslocal.medialive;

/** A change of state that takes time. The names are kept on disk. */
enum Step {
  CREATE,
  START,
  STOP,
  UPDATE,
  DELETE,
  /** A deleted resource stays visible as DELETED until this is due. */
  FORGET
}
