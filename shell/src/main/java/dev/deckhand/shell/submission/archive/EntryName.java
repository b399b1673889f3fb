package dev.deckhand.shell.submission.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of an entry of a folder or archive, as a path inside the submission. */
sealed interface EntryName {

  /**
   * A name that can be used.
   *
   * @param path relative, with single slashes, in Unicode NFC; empty for the submission itself
   * @param changes what was changed to get it
   */
  record Usable(String path, Set<RemarkKind> changes) implements EntryName {
    public Usable {
      changes = Set.copyOf(changes);
    }
  }

  /** A name that is left out. */
  record Refused(RemarkKind reason) implements EntryName {}

  Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  /** Reads a name as the archive or the file system has it. */
  static EntryName of(String raw) {
    if (raw.isEmpty() || raw.indexOf('\uFFFD') >= 0 || !isEncodable(raw)) {
      return new Refused(RemarkKind.INVALID_NAME);
    }
    if (raw.codePoints().anyMatch(PrintableName::isUnsafe)) {
      return new Refused(RemarkKind.CONTROL_CHARACTER);
    }
    Set<RemarkKind> changes = EnumSet.noneOf(RemarkKind.class);
    String name = raw.replace('\\', '/');
    if (!name.equals(raw)) {
      changes.add(RemarkKind.BACKSLASH);
    }
    if (DRIVE.matcher(name).matches()) {
      return new Refused(RemarkKind.DRIVE_NAME);
    }
    if (name.startsWith("/")) {
      return new Refused(RemarkKind.ABSOLUTE_NAME);
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return new Refused(RemarkKind.OUTSIDE_NAME);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String path = String.join("/", parts);
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    if (!composed.equals(path)) {
      changes.add(RemarkKind.COMPOSED_NAME);
    }
    return new Usable(composed, changes);
  }

  /** Whether a path is as {@link #of} makes paths. */
  static boolean isCanonical(String path) {
    return !path.isEmpty()
        && of(path) instanceof Usable(String same, Set<RemarkKind> _)
        && same.equals(path);
  }

  private static boolean isEncodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
