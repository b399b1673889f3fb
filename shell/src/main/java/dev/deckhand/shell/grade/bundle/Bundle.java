package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Observation;
import dev.deckhand.grade.Outcome;
import dev.deckhand.lesson.pack.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed bundle: two lines, of which the first is the content as JSON, and the second {@code HASH
 * KEY SIGNATURE}, each in small hexadecimal digits: the SHA-256 of the first line with its line
 * feed, the public key, and the signature of the hash's bytes. A bundle has one form only, so every
 * changed bit is one too many.
 *
 * @param hash of the content
 * @param key the public key of who signed it
 */
public record Bundle(BundleContent content, String hash, String key, String signature) {

  /** More than the evidence of any submission within its limits. */
  public static final int MAX_BYTES = 64 << 20;

  private static final RecordJson JSON = new RecordJson(List.of(Observation.class, Outcome.class));

  private static final Pattern SEAL =
      Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{2,400}) ([0-9a-f]{128})\n");

  /** Signs a content. */
  public static Bundle sign(BundleContent content, GraderKey key) {
    String hash = hash(line(content));
    return new Bundle(content, hash, key.publicKey(), key.sign(bytes(hash)));
  }

  /** The bundle's file. */
  public byte[] toBytes() {
    byte[] line = line(content);
    byte[] seal = (hash + " " + key + " " + signature + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(line, line.length + seal.length);
    System.arraycopy(seal, 0, all, line.length, seal.length);
    return all;
  }

  /**
   * Reads a bundle's file, and checks that it's whole.
   *
   * @throws IOException if it isn't, or is larger than {@link #MAX_BYTES}
   */
  public static Bundle read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(MAX_BYTES + 1));
    }
  }

  /**
   * Reads a bundle, and checks that it's whole: the hash is that of the content, and whoever has
   * the key signed it. Whose key that is isn't checked.
   *
   * @throws IOException if it isn't, with the reason
   */
  public static Bundle read(byte[] file) throws IOException {
    if (file.length > MAX_BYTES) {
      throw new IOException("it's larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    int end = 0;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    if (end == file.length) {
      throw new IOException("it has no second line");
    }
    byte[] line = Arrays.copyOf(file, end + 1);
    String rest = new String(file, end + 1, file.length - end - 1, StandardCharsets.ISO_8859_1);
    Matcher seal = SEAL.matcher(rest);
    if (!seal.matches()) {
      throw new IOException("its second line isn't a signature");
    }
    String hash = seal.group(1);
    if (!hash.equals(hash(line))) {
      throw new IOException("its content was changed after it was signed");
    }
    if (!GraderKey.verifies(seal.group(2), bytes(hash), seal.group(3))) {
      throw new IOException("its signature isn't that of its key");
    }
    BundleContent content = content(line);
    if (content.format() != BundleContent.FORMAT) {
      throw new IOException("its format is " + content.format() + ", not " + BundleContent.FORMAT);
    }
    var bundle = new Bundle(content, hash, seal.group(2), seal.group(3));
    if (!Arrays.equals(file, written(bundle))) {
      throw new IOException("it isn't written as this program writes it");
    }
    return bundle;
  }

  /** Whoever has a key can sign, so this may be anything. */
  private static BundleContent content(byte[] line) throws IOException {
    try {
      return JSON.read(line, BundleContent.class);
    } catch (RuntimeException | StackOverflowError refused) {
      throw new IOException("its content can't be read: " + refused.getMessage(), refused);
    }
  }

  private static byte[] line(BundleContent content) {
    byte[] json = JSON.write(content);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  /** The JSON of a grade alone, to compare grades by. */
  static byte[] json(Object record) {
    return JSON.write(record);
  }

  private static byte[] written(Bundle bundle) throws IOException {
    try {
      return bundle.toBytes();
    } catch (RuntimeException | StackOverflowError refused) {
      throw new IOException("its content can't be written again", refused);
    }
  }

  private static String hash(byte[] line) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static byte[] bytes(String hash) {
    return HexFormat.of().parseHex(hash);
  }
}
