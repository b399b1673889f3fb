package dev.deckhand.lab.confined;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request, read strictly (RFC 9112): what two readers could understand differently
 * isn't a request.
 *
 * @param startLine as it came
 * @param headers as they came, without those that frame the body
 * @param bodyLength in bytes; -1 for a body in chunks
 * @param upgrade whether it asks for another protocol
 */
record RequestHead(
    String startLine,
    EngineRequest request,
    List<String> headers,
    long bodyLength,
    boolean upgrade) {

  private static final int MAX_BYTES = 32 * 1024;

  private static final Pattern START =
      Pattern.compile(
          "(GET|HEAD|POST|PUT|DELETE) (?:/v\\d+\\.\\d+)?(/[^ ?#%\\\\]*)(?:\\?(\\S*))? HTTP/1\\.1");

  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \\t]*([\\x20-\\x7e\\t]*)");

  RequestHead {
    headers = List.copyOf(headers);
  }

  /** Whether the body is in chunks. */
  boolean isChunked() {
    return bodyLength < 0;
  }

  /**
   * Reads the next head.
   *
   * @return empty at the end of the stream
   * @throws IOException if there's no valid head
   */
  static Optional<RequestHead> read(InputStream in) throws IOException {
    List<String> lines = lines(in);
    return lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines));
  }

  private static List<String> lines(InputStream in) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int count = 0; count < MAX_BYTES; count++) {
      int next = in.read();
      if (next < 0) {
        if (lines.isEmpty() && line.isEmpty()) {
          return List.of();
        }
        throw new IOException("the request is cut off");
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
        throw new IOException("a line of the request ends without a carriage return");
      }
      line.setLength(line.length() - 1);
      if (line.isEmpty()) {
        if (lines.isEmpty()) {
          throw new IOException("the request is empty");
        }
        return lines;
      }
      lines.add(line.toString());
      line.setLength(0);
    }
    throw new IOException("the request's head is too long");
  }

  private static RequestHead parse(List<String> lines) throws IOException {
    Matcher start = START.matcher(lines.getFirst());
    if (!start.matches()
        || start.group(2).contains("//")
        || start.group(2).matches(".*/\\.{1,2}(/.*)?")) {
      throw new IOException("the request's first line isn't valid");
    }
    var kept = new ArrayList<String>();
    long length = 0;
    boolean framed = false;
    boolean upgrade = false;
    for (String line : lines.subList(1, lines.size())) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new IOException("a header of the request isn't valid");
      }
      String value = header.group(2).strip();
      switch (header.group(1).toLowerCase(Locale.ROOT)) {
        case "content-length", "transfer-encoding" -> {
          if (framed) {
            throw new IOException("the request's length is given twice");
          }
          framed = true;
          length = length(header.group(1), value);
        }
        case "content-type" -> {
          // the engine would take parameters from the body, beside those of the query
          if (value.toLowerCase(Locale.ROOT).matches(".*(urlencoded|form-data).*")) {
            throw new IOException("the request's body is a form");
          }
          kept.add(line);
        }
        case "upgrade" -> {
          upgrade = true;
          kept.add(line);
        }
        default -> kept.add(line);
      }
    }
    var request =
        new EngineRequest(
            start.group(1), start.group(2), start.group(3) == null ? "" : start.group(3));
    return new RequestHead(lines.getFirst(), request, kept, length, upgrade);
  }

  private static long length(String header, String value) throws IOException {
    if (header.equalsIgnoreCase("transfer-encoding")) {
      if (!value.equals("chunked")) {
        throw new IOException("the request's encoding isn't known");
      }
      return -1;
    }
    if (!value.matches("\\d{1,12}")) {
      throw new IOException("the request's length isn't a number");
    }
    return Long.parseLong(value);
  }

  /** The head as it's forwarded, before a body of a known length or in chunks. */
  byte[] bytes() {
    return bytes(isChunked() ? "Transfer-Encoding: chunked" : "Content-Length: " + bodyLength);
  }

  /** The head before a body of this length, however it was framed. */
  byte[] bytes(int length) {
    return bytes("Content-Length: " + length);
  }

  private byte[] bytes(String framing) {
    var text = new StringBuilder(startLine).append("\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    text.append(framing).append("\r\n\r\n");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
