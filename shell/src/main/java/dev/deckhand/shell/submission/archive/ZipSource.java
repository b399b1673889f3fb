package dev.deckhand.shell.submission.archive;

import dev.deckhand.shell.submission.archive.FileCollector.EntryType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads a zip. A name is UTF-8 if the entry says so, or what Info-ZIP's extra field 0x7075 says; or
 * else UTF-8 if it's valid UTF-8, which is what macOS writes without saying so; or else CP437.
 */
final class ZipSource {

  private static final Charset CP437 = Charset.forName("IBM437");

  /** Systems that write file modes: Unix and macOS (APPNOTE.TXT 4.4.2.2). */
  private static final int MADE_ON_UNIX = 3;

  private static final int MADE_ON_MACOS = 19;

  private static final int TYPE_MASK = 0170000;
  private static final int TYPE_FOLDER = 0040000;
  private static final int TYPE_FILE = 0100000;
  private static final int TYPE_LINK = 0120000;
  private static final int OWNER_EXECUTES = 0100;

  private final SubmissionLimits limits;
  private final FileCollector collector;

  ZipSource(SubmissionLimits limits, FileCollector collector) {
    this.limits = limits;
    this.collector = collector;
  }

  /**
   * Reads all entries.
   *
   * @throws UnreadableSubmission if the archive is damaged or exceeds a limit
   */
  void read(byte[] archive) throws UnreadableSubmission {
    ZipDirectory.check(archive, limits.entries());
    try (var zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
            .setUseUnicodeExtraFields(true)
            .get()) {
      // one for all entries, so that the limits hold for their sum
      var unpacked = new UnpackedStream(InputStream.nullInputStream(), archive.length, limits);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        read(zip, entry, unpacked);
      }
    } catch (UnreadableSubmission known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      // the bytes are in memory, so that only their form can be wrong
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
  }

  private void read(ZipFile zip, ZipArchiveEntry entry, UnpackedStream unpacked)
      throws IOException {
    EntryText name = name(entry);
    int mode = mode(entry);
    Optional<String> announced = collector.announce(name.text(), type(name.text(), mode));
    if (announced.isEmpty()) {
      return;
    }
    String path = announced.get();
    if (name.guessed()) {
      collector.remark(RemarkKind.CODE_PAGE, path);
    }
    if (!zip.canReadEntryData(entry)) {
      throw UnreadableSubmission.damaged(
          "The file "
              + PrintableName.quoted(path)
              + " is compressed by a method that Deckhand doesn't know (number "
              + entry.getMethod()
              + ").");
    }
    byte[] content;
    try (InputStream in = zip.getInputStream(entry)) {
      content = collector.read(path, unpacked.next(in));
    }
    checkContent(entry, path, content);
    if (mode == 0) {
      collector.addWithoutMode(path, content);
    } else {
      collector.add(path, content, (mode & OWNER_EXECUTES) != 0);
    }
  }

  private static void checkContent(ZipArchiveEntry entry, String path, byte[] content)
      throws UnreadableSubmission {
    var checksum = new CRC32();
    checksum.update(content);
    if (entry.getSize() != content.length || entry.getCrc() != checksum.getValue()) {
      throw UnreadableSubmission.damaged(
          "The file " + PrintableName.quoted(path) + " is damaged in the archive.");
    }
  }

  /** The Unix mode; 0 if the archive has none. */
  private static int mode(ZipArchiveEntry entry) {
    return switch (entry.getPlatform()) {
      case MADE_ON_UNIX, MADE_ON_MACOS -> (int) (entry.getExternalAttributes() >> 16) & 0xFFFF;
      default -> 0;
    };
  }

  private static EntryType type(String name, int mode) {
    return switch (mode & TYPE_MASK) {
      case TYPE_FOLDER -> EntryType.FOLDER;
      case TYPE_LINK -> EntryType.LINK;
      case 0, TYPE_FILE ->
          name.endsWith("/") || name.endsWith("\\") ? EntryType.FOLDER : EntryType.FILE;
      default -> EntryType.SPECIAL;
    };
  }

  /**
   * A name, decoded.
   *
   * @param guessed whether nothing told its encoding
   */
  private record EntryText(String text, boolean guessed) {}

  private static EntryText name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return switch (entry.getNameSource()) {
      case UNICODE_EXTRA_FIELD -> new EntryText(entry.getName(), false);
      case NAME_WITH_EFS_FLAG -> new EntryText(new String(raw, StandardCharsets.UTF_8), false);
      case NAME -> {
        try {
          String utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
          yield new EntryText(utf8, false);
        } catch (CharacterCodingException other) {
          yield new EntryText(new String(raw, CP437), true);
        }
      }
    };
  }
}
