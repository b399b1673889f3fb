package dev.deckhand.shell.submission.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One file of a submission. Immutable. */
public final class SubmittedFile {

  private final byte[] content;
  private final boolean executable;

  public SubmittedFile(byte[] content, boolean executable) {
    this.content = content.clone();
    this.executable = executable;
  }

  /** A file that isn't executable, in UTF-8. */
  public static SubmittedFile text(String text) {
    return new SubmittedFile(text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A copy of its bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** Its content as UTF-8; what isn't becomes U+FFFD. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Its length in bytes. */
  public int size() {
    return content.length;
  }

  /** Whether its owner may execute it. */
  public boolean executable() {
    return executable;
  }

  /** Whether its bytes begin with these. */
  boolean startsWith(byte... bytes) {
    return content.length >= bytes.length
        && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubmittedFile file
        && file.executable == executable
        && Arrays.equals(file.content, content);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(content) + Boolean.hashCode(executable);
  }

  @Override
  public String toString() {
    return size() + " bytes" + (executable ? ", executable" : "");
  }
}
