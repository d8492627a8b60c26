package onair.awslocal.medialive;

/** A change of state that takes time. The names are kept on disk. */
enum Step {
  CREATE,
  START,
  STOP,
  UPDATE,
  DELETE,
  /** Pipelines of a running channel are started anew. */
  RESTART,
  /** A deleted channel lets go of its inputs when this is due. */
  RELEASE,
  /** A deleted resource stays visible as DELETED until this is due. */
  FORGET
}
