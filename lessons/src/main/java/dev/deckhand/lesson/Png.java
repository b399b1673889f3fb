package dev.deckhand.lesson;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A picture in PNG format. Its header is checked; its content isn't decoded. Immutable. */
public final class Png {

  /** The largest file: enough for a diagram. */
  public static final int MAX_BYTES = 512 * 1024;

  /** The longest side, in pixels. */
  public static final int MAX_PIXELS = 4096;

  /** The signature (RFC 2083, section 3.1), and the length and name of the first chunk. */
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };

  private static final int HEADER_LENGTH = SIGNATURE.length + 2 * Integer.BYTES;

  private final byte[] bytes;
  private final int width;
  private final int height;

  private Png(byte[] bytes, int width, int height) {
    this.bytes = bytes;
    this.width = width;
    this.height = height;
  }

  /**
   * Takes the bytes of a file.
   *
   * @throws IllegalArgumentException if they aren't a PNG or too large; the message says which
   */
  public static Png of(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new IllegalArgumentException("it has more than " + MAX_BYTES / 1024 + " KiB");
    }
    if (file.length < HEADER_LENGTH
        || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      throw new IllegalArgumentException("it is no PNG");
    }
    ByteBuffer sizes = ByteBuffer.wrap(file, SIGNATURE.length, 2 * Integer.BYTES);
    int width = sizes.getInt();
    int height = sizes.getInt();
    if (width < 1 || height < 1 || width > MAX_PIXELS || height > MAX_PIXELS) {
      throw new IllegalArgumentException(
          "it is " + unsigned(width) + " x " + unsigned(height) + " pixels large");
    }
    return new Png(file.clone(), width, height);
  }

  private static String unsigned(int size) {
    return Integer.toUnsignedString(size);
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Png png && Arrays.equals(bytes, png.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "PNG, " + width + " x " + height;
  }
}
