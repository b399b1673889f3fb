package dev.deckhand.lab.image.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of some content, which is the content's name.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record Digest(String hex) implements Comparable<Digest> {

  private static final String PREFIX = "sha256:";
  private static final String FOLDER = "blobs/sha256/";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  Digest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
    }
  }

  static Digest of(byte[] content) {
    return finish(algorithm(), content);
  }

  private static Digest finish(MessageDigest algorithm, byte[] content) {
    algorithm.update(content);
    return result(algorithm);
  }

  /** The digest of what was fed to an algorithm. */
  static Digest result(MessageDigest algorithm) {
    return new Digest(HexFormat.of().formatHex(algorithm.digest()));
  }

  static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads {@code sha256:...}; empty if it is something else. */
  static Optional<Digest> parse(String text) {
    return after(PREFIX, text);
  }

  /** Reads the name of a blob in an OCI layout; empty if it is something else. */
  static Optional<Digest> ofBlob(String path) {
    return after(FOLDER, path);
  }

  private static Optional<Digest> after(String prefix, String text) {
    String rest = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
    return HEX.matcher(rest).matches() ? Optional.of(new Digest(rest)) : Optional.empty();
  }

  /** The name of its blob in an OCI layout. */
  String blob() {
    return FOLDER + hex;
  }

  /** As people compare it: {@code sha256:0123456789ab}. */
  String brief() {
    return PREFIX + hex.substring(0, 12);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
