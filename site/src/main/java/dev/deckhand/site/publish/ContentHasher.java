package dev.deckhand.site.publish;

import dev.deckhand.lesson.Png;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Hashes the parts that something is made of: the same parts give the same key. */
final class ContentHasher {

  private static final Pattern PICTURE = Pattern.compile("(?m)^image::([^\\[\\s]+)\\[");

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

  /** Returns the key of what is made from an AsciiDoc document by a build of the program. */
  static String of(String program, String adoc, Function<String, Optional<Png>> pictures) {
    ContentHasher contentHasher = create().add(program).add(adoc);
    PICTURE
        .matcher(adoc)
        .results()
        .map(shown -> shown.group(1))
        .distinct()
        .sorted()
        .forEach(name -> pictures.apply(name).ifPresent(one -> contentHasher.add(one.bytes())));
    return contentHasher.hash();
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  ContentHasher add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Each part is hashed separately, so text can't move from one part to the next unnoticed. */
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
