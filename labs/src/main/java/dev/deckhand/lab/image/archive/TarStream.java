package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.docker.BlockInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tar that an engine sends, one entry after the other, with long names of both styles.
 */
final class TarStream extends BlockInputStream {

  private static final int MAX_EXTENDED_HEADER = 1 << 20;

  private final InputStream tar;
  private long left;
  private long padding;

  TarStream(InputStream tar) {
    this.tar = tar;
  }

  /** Goes to the next entry, whose data this stream then returns; empty at the end of the tar. */
  Optional<TarHeader> next() throws IOException {
    Map<String, String> extended = new HashMap<>();
    while (true) {
      tar.skipNBytes(left + padding);
      left = 0;
      padding = 0;
      byte[] block = tar.readNBytes(TarHeader.BLOCK);
      if (block.length < TarHeader.BLOCK) {
        throw new EOFException("the tar ends in the middle");
      }
      if (TarHeader.isEnd(block)) {
        // the engine sends until its end; a connection with something left isn't used again
        tar.transferTo(OutputStream.nullOutputStream());
        return Optional.empty();
      }
      TarHeader header = TarHeader.parse(block);
      left = header.size();
      padding = header.paddedSize() - header.size();
      switch (header.type()) {
        case 'x' -> readRecords(extended);
        case 'L' -> extended.put("path", longText());
        case 'K' -> extended.put("linkpath", longText());
        case 'g' -> {}
        default -> {
          return Optional.of(extend(header, extended));
        }
      }
    }
  }

  private TarHeader extend(TarHeader header, Map<String, String> extended) throws MalformedArchive {
    String size = extended.get("size");
    if (size != null) {
      try {
        left = Long.parseLong(size);
      } catch (NumberFormatException odd) {
        left = -1;
      }
      if (left < 0 || left > Long.MAX_VALUE - TarHeader.BLOCK) {
        throw new MalformedArchive("an entry has an impossible size");
      }
      padding = TarHeader.padded(left) - left;
    }
    return new TarHeader(
        extended.getOrDefault("path", header.name()),
        header.type(),
        left,
        extended.getOrDefault("linkpath", header.link()));
  }

  private String longText() throws IOException {
    String text = new String(extendedHeader(), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Reads records of the form {@code LENGTH KEY=VALUE\n}. */
  private void readRecords(Map<String, String> into) throws IOException {
    byte[] records = extendedHeader();
    int at = 0;
    while (at < records.length) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      int length = recordLength(new String(records, at, space - at, StandardCharsets.US_ASCII));
      int keyLength = space - at + 1;
      if (length <= keyLength || length > records.length - at) {
        throw new MalformedArchive("an extended header is damaged");
      }
      String record =
          new String(records, space + 1, length - keyLength - 1, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals > 0) {
        into.put(record.substring(0, equals), record.substring(equals + 1));
      }
      at += length;
    }
  }

  private static int recordLength(String digits) throws MalformedArchive {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException odd) {
      throw new MalformedArchive("an extended header is damaged");
    }
  }

  private byte[] extendedHeader() throws IOException {
    if (left > MAX_EXTENDED_HEADER) {
      throw new MalformedArchive("an extended header is too long");
    }
    return readAllBytes();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      return length == 0 ? 0 : -1;
    }
    int read = tar.read(buffer, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the tar ends in the middle");
    }
    left -= read;
    return read;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
