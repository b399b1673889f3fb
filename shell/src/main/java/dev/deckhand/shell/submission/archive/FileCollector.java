package dev.deckhand.shell.submission.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the entries of one folder or archive, decides which become files of the submission, and
 * keeps the limits. For one thread.
 */
final class FileCollector {

  /** By the bytes of the path in UTF-8, which is the same everywhere. */
  static final Comparator<String> PATH_ORDER =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private final SubmissionLimits limits;
  private final RemarkList remarks = new RemarkList();
  private final SortedMap<String, SubmittedFile> files = new TreeMap<>(PATH_ORDER);
  private int entries;
  private int taken;
  private long bytes;

  /** What an entry is. */
  enum EntryType {
    FILE,
    FOLDER,
    LINK,
    /** A device, a pipe or a socket. */
    SPECIAL,
    SPARSE,
    UNKNOWN
  }

  FileCollector(SubmissionLimits limits) {
    this.limits = limits;
  }

  /**
   * Decides about an entry by its name and type. Each entry must be announced once.
   *
   * @return the path under which its content is wanted; empty if it's left out, or is a folder
   */
  Optional<String> announce(String rawName, EntryType type) throws UnreadableSubmission {
    countEntry();
    return switch (EntryName.of(rawName)) {
      case EntryName.Refused(RemarkKind reason) -> {
        remarks.add(reason, rawName);
        yield Optional.empty();
      }
      case EntryName.Usable(String path, Set<RemarkKind> changes) ->
          announce(rawName, path, changes, type);
    };
  }

  private Optional<String> announce(
      String rawName, String path, Set<RemarkKind> changes, EntryType type)
      throws UnreadableSubmission {
    Optional<LeftoverFiles.Leftover> leftover = LeftoverFiles.in(path);
    if (leftover.isPresent()) {
      remarks.add(leftover.get().kind(), leftover.get().path());
      return Optional.empty();
    }
    checkPath(path);
    Optional<RemarkKind> refusal = refusal(type);
    if (refusal.isPresent() || type == EntryType.FOLDER) {
      refusal.ifPresent(kind -> remarks.add(kind, path));
      return Optional.empty();
    }
    if (path.isEmpty()) {
      remarks.add(RemarkKind.INVALID_NAME, rawName);
      return Optional.empty();
    }
    changes.forEach(change -> remarks.add(change, path));
    return Optional.of(path);
  }

  private static Optional<RemarkKind> refusal(EntryType type) {
    return switch (type) {
      case FILE, FOLDER -> Optional.empty();
      case LINK -> Optional.of(RemarkKind.LINK);
      case SPECIAL -> Optional.of(RemarkKind.SPECIAL_FILE);
      case SPARSE -> Optional.of(RemarkKind.SPARSE_FILE);
      case UNKNOWN -> Optional.of(RemarkKind.UNKNOWN_TYPE);
    };
  }

  /** Whether what lies in a folder can be left out without a look at it. */
  static boolean isLeftOut(String rawName) {
    return EntryName.of(rawName) instanceof EntryName.Usable(String path, Set<RemarkKind> _)
        && LeftoverFiles.in(path).isPresent();
  }

  private void countEntry() throws UnreadableSubmission {
    entries++;
    if (entries > limits.entries()) {
      throw UnreadableSubmission.tooLarge(
          "The submission has more than " + limits.entries() + " files, folders and links.");
    }
  }

  private void checkPath(String path) throws UnreadableSubmission {
    if (path.getBytes(StandardCharsets.UTF_8).length > limits.pathBytes()) {
      throw UnreadableSubmission.tooLarge(
          "The path "
              + PrintableName.quoted(path)
              + " is longer than "
              + limits.pathBytes()
              + " bytes.");
    }
    if (path.chars().filter(c -> c == '/').count() >= limits.depth()) {
      throw UnreadableSubmission.tooLarge(
          "The path "
              + PrintableName.quoted(path)
              + " is more than "
              + limits.depth()
              + " levels deep.");
    }
  }

  /**
   * Reads the content of a file that was announced.
   *
   * @throws UnreadableSubmission if it exceeds a limit
   */
  byte[] read(String path, InputStream in) throws IOException {
    taken++;
    if (taken > limits.files()) {
      throw UnreadableSubmission.tooLarge(
          "The submission has more than " + limits.files() + " files.");
    }
    long room = Math.min(limits.fileBytes(), limits.totalBytes() - bytes);
    byte[] content = in.readNBytes(Math.toIntExact(room) + 1);
    if (content.length > limits.fileBytes()) {
      throw UnreadableSubmission.tooLarge(
          "The file "
              + PrintableName.quoted(path)
              + " is larger than "
              + SubmissionLimits.size(limits.fileBytes())
              + ".");
    }
    bytes += content.length;
    if (bytes > limits.totalBytes()) {
      throw UnreadableSubmission.tooLarge(
          "The files of the submission are larger than "
              + SubmissionLimits.size(limits.totalBytes())
              + " together.");
    }
    return content;
  }

  /** Notes a change of a file that was announced. */
  void remark(RemarkKind kind, String path) {
    remarks.add(kind, path);
  }

  /** Takes a file that was announced and read. */
  void add(String path, byte[] content, boolean executable) {
    if (files.put(path, new SubmittedFile(content, executable)) != null) {
      remarks.add(RemarkKind.DUPLICATE, path);
    }
  }

  /**
   * Takes a file that is the same as one before it in the archive: a tar stores the second name of
   * a file in this way. A link to anything else is left out.
   */
  void addHardLink(String rawName, String rawTarget, boolean executable) throws IOException {
    SubmittedFile target =
        EntryName.of(rawTarget) instanceof EntryName.Usable(String path, Set<RemarkKind> _)
            ? files.get(path)
            : null;
    Optional<String> wanted = announce(rawName, target == null ? EntryType.LINK : EntryType.FILE);
    if (target != null && wanted.isPresent()) {
      byte[] content = read(wanted.get(), new ByteArrayInputStream(target.content()));
      add(wanted.get(), content, executable);
    }
  }

  /** Takes a file from an archive that has no file modes. */
  void addWithoutMode(String path, byte[] content) {
    boolean program = content.length > 1 && content[0] == '#' && content[1] == '!';
    if (program) {
      remarks.add(RemarkKind.PROGRAM, path);
    }
    add(path, content, program);
  }

  /**
   * The files that were taken, and what there is to say about them.
   *
   * @param outerName a folder of this name around everything is left off without a remark
   */
  CollectedFiles finish(String outerName) {
    return finish(OuterFolder.strip(files, outerName, remarks));
  }

  /** The same, without a look for a folder around everything. */
  CollectedFiles finishWithOuterFolder() {
    return finish(files);
  }

  private CollectedFiles finish(SortedMap<String, SubmittedFile> inner) {
    SortedMap<String, SubmittedFile> clean = new TreeMap<>(PATH_ORDER);
    withoutClashes(inner)
        .forEach((path, file) -> {
          SubmittedFile cleaned = TextCleaner.clean(path, file, remarks);
          if (ArchiveFormat.of(cleaned.content()).isArchive()) {
            remarks.add(RemarkKind.NESTED_ARCHIVE, path);
          }
          clean.put(path, cleaned);
        });
    return new CollectedFiles(clean, remarks.sentences());
  }

  /** Leaves out what couldn't lie side by side on every file system. */
  private SortedMap<String, SubmittedFile> withoutClashes(SortedMap<String, SubmittedFile> all) {
    Set<String> folders = new HashSet<>();
    for (String path : all.keySet()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        folders.add(folded(path.substring(0, slash)));
      }
    }
    SortedMap<String, SubmittedFile> kept = new TreeMap<>(PATH_ORDER);
    Map<String, String> byFolded = new HashMap<>();
    all.forEach((path, file) -> {
      if (folders.contains(folded(path))) {
        remarks.add(RemarkKind.FOLDER_CLASH, path);
      } else if (byFolded.putIfAbsent(folded(path), path) != null) {
        remarks.add(RemarkKind.CASE_CLASH, path);
      } else {
        kept.put(path, file);
      }
    });
    return kept;
  }

  private static String folded(String path) {
    return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
