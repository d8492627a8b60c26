package onair.awslocal.media.rtmp;

/**
 * One whole message.
 *
 * @param type message type id
 * @param stream message stream id: 0 for the connection, else as createStream gave it
 * @param timestamp milliseconds modulo 2^32
 */
@SuppressWarnings("ArrayRecordComponent") // messages are never compared
record RtmpMessage(int type, int stream, long timestamp, byte[] payload) {

  static final int SET_CHUNK_SIZE = 1;
  static final int ABORT = 2;
  static final int ACKNOWLEDGEMENT = 3;
  static final int USER_CONTROL = 4;
  static final int WINDOW_ACKNOWLEDGEMENT_SIZE = 5;
  static final int SET_PEER_BANDWIDTH = 6;
  static final int AUDIO = 8;
  static final int VIDEO = 9;
  static final int DATA_AMF3 = 15;
  static final int COMMAND_AMF3 = 17;
  static final int DATA = 18;
  static final int COMMAND = 20;
  static final int AGGREGATE = 22;
}
