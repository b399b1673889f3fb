package dev.deckhand.site.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Sums up what something is made of: the same parts give the same key. */
final class ContentHasher {

  private final MessageDigest digest = sha256();

  private ContentHasher() {}

  static ContentHasher create() {
    return new ContentHasher();
  }

  static String of(List<String> parts) {
    ContentHasher contentHasher = create();
    parts.forEach(contentHasher::add);
    return contentHasher.hash();
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  ContentHasher add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Each part is summed up by itself, so that no text can move from one to the next. */
  ContentHasher add(byte[] part) {
    digest.update(sha256().digest(part));
    return this;
  }

  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
