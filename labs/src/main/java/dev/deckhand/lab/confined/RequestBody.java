package dev.deckhand.lab.confined;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads the body of a request to its end, whichever way it's framed. */
final class RequestBody {

  /** A description is short; what is longer isn't one. */
  private static final int MAX_DESCRIPTION_BYTES = 1 << 20;

  private static final int MAX_CHUNK_LINE = 32;

  private RequestBody() {}

  /**
   * Reads a whole body.
   *
   * @throws IOException if it's too long for a description, or cut off
   */
  static byte[] read(RequestHead head, InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    copy(
        head,
        in,
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (body.size() + length > MAX_DESCRIPTION_BYTES) {
              throw new IOException("the request's body is too long");
            }
            body.write(bytes, offset, length);
          }
        },
        false);
    return body.toByteArray();
  }

  /** Forwards a body, framed as it came. */
  static void forward(RequestHead head, InputStream in, OutputStream out) throws IOException {
    copy(head, in, out, true);
    out.flush();
  }

  private static void copy(RequestHead head, InputStream in, OutputStream out, boolean framed)
      throws IOException {
    if (!head.isChunked()) {
      copy(in, out, head.bodyLength());
      return;
    }
    while (true) {
      String line = line(in);
      if (!line.matches("[0-9A-Fa-f]{1,8}")) {
        throw new IOException("a chunk of the request isn't valid");
      }
      long length = Long.parseLong(line, 16);
      if (framed) {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      copy(in, out, length);
      if (!line(in).isEmpty()) {
        throw new IOException(
            length == 0 ? "headers after the request's body" : "a chunk has another length");
      }
      if (framed) {
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      if (length == 0) {
        return;
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0 || line.length() > MAX_CHUNK_LINE) {
        throw new IOException("the request is cut off");
      }
      if (next == '\n') {
        if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
          throw new IOException("a line of the request ends without a carriage return");
        }
        return line.substring(0, line.length() - 1);
      }
      line.append((char) next);
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    var buffer = new byte[32 * 1024];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the request is cut off");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
