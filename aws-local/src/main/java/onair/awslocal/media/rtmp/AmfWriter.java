package onair.awslocal.media.rtmp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes AMF0 values. Texts are limited to 65,535 bytes, which ours never reach. */
final class AmfWriter {

  private AmfWriter() {}

  static byte[] write(Amf... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (Amf value : values) {
        write(out, value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a byte array does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Amf value) throws IOException {
    switch (value) {
      case Amf.Num(double number) -> {
        out.writeByte(0);
        out.writeDouble(number);
      }
      case Amf.Flag(boolean flag) -> {
        out.writeByte(1);
        out.writeBoolean(flag);
      }
      case Amf.Text(String text) -> {
        out.writeByte(2);
        out.writeUTF(text);
      }
      case Amf.Properties(Map<String, Amf> properties) -> {
        out.writeByte(3);
        for (var property : properties.entrySet()) {
          out.writeUTF(property.getKey());
          write(out, property.getValue());
        }
        out.writeShort(0);
        out.writeByte(9);
      }
      case Amf.Items(var items) -> {
        out.writeByte(10);
        out.writeInt(items.size());
        for (Amf item : items) {
          write(out, item);
        }
      }
      case Amf.Nothing() -> out.writeByte(5);
    }
  }
}
