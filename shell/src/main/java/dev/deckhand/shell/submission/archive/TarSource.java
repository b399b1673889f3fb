package dev.deckhand.shell.submission.archive;

import dev.deckhand.shell.submission.archive.FileCollector.EntryType;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads a tar, or a tar compressed by gzip: POSIX ustar and pax, GNU, and the forms before them.
 * The headers of one entry, long names and pax records included, may have 256 KiB.
 */
final class TarSource {

  private static final int HEADER_BYTES = 256 * 1024;
  private static final int PREFIX_OFFSET = 345;
  private static final int OWNER_EXECUTES = 0100;

  private final SubmissionLimits limits;
  private final FileCollector collector;

  TarSource(SubmissionLimits limits, FileCollector collector) {
    this.limits = limits;
    this.collector = collector;
  }

  /**
   * Reads all entries.
   *
   * @throws UnreadableSubmission if the archive is damaged or exceeds a limit
   */
  void read(byte[] archive) throws UnreadableSubmission {
    try (InputStream gzip = unzipped(archive);
        var unpacked = new UnpackedStream(gzip, archive.length, limits)) {
      read(unpacked);
    } catch (UnreadableSubmission known) {
      throw known;
    } catch (EOFException cut) {
      throw UnreadableSubmission.damaged("The archive is cut short.");
    } catch (IOException | RuntimeException broken) {
      // the bytes are in memory, so that only their form can be wrong
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
  }

  private void read(UnpackedStream unpacked) throws IOException {
    try {
      readEntries(unpacked);
    } catch (UnreadableSubmission known) {
      throw known;
    } catch (IOException broken) {
      throw unpacked.hasEnded()
          ? UnreadableSubmission.damaged("The archive is cut short.")
          : broken;
    }
  }

  private static InputStream unzipped(byte[] archive) throws IOException {
    var bytes = new ByteArrayInputStream(archive);
    if (ArchiveFormat.of(archive) != ArchiveFormat.GZIP) {
      return bytes;
    }
    var content = new BufferedInputStream(new GZIPInputStream(bytes), 1 << 16);
    content.mark(2 * ArchiveFormat.TAR_BLOCK);
    byte[] start = content.readNBytes(2 * ArchiveFormat.TAR_BLOCK);
    content.reset();
    if (ArchiveFormat.of(start) != ArchiveFormat.TAR) {
      throw UnreadableSubmission.rejected(
          "The file is compressed by gzip, but what is in it isn't a tar.",
          "Pack the folder as a zip or tar.gz file, and submit that.");
    }
    return content;
  }

  private void readEntries(UnpackedStream unpacked) throws IOException {
    var tar =
        new TarArchiveInputStream(
            unpacked, TarConstants.DEFAULT_BLKSIZE, TarConstants.DEFAULT_RCDSIZE, "UTF-8", true);
    long unread = 0;
    while (true) {
      unpacked.allow(HEADER_BYTES + unread);
      TarArchiveEntry entry = tar.getNextEntry();
      if (entry == null) {
        break;
      }
      if (!entry.isCheckSumOK()) {
        throw UnreadableSubmission.damaged("The archive is damaged.");
      }
      unpacked.allow(Long.MAX_VALUE);
      if (entry.isSparse()) {
        // the library reads the gaps to pass over them
        unpacked.countGaps(entry.getRealSize());
      }
      boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
      if (entry.isLink()) {
        collector.addHardLink(name(entry, unpacked), entry.getLinkName(), executable);
        continue;
      }
      Optional<String> path = collector.announce(name(entry, unpacked), type(entry));
      if (path.isPresent()) {
        byte[] content = collector.read(path.get(), tar);
        collector.add(path.get(), content, executable);
      }
      // what is left of it, the library passes over
      unread = Math.clamp(entry.getSize(), 0, limits.unpackedBytes());
    }
    unpacked.allow(Long.MAX_VALUE);
    if (!unpacked.endsWithZeroBlock()) {
      throw UnreadableSubmission.damaged("The archive is cut short.");
    }
    // to the end, where gzip has its checksum
    unpacked.skip(Long.MAX_VALUE);
  }

  /** The name, in which bytes that aren't UTF-8 are U+FFFD: the library makes them "?". */
  private static String name(TarArchiveEntry entry, UnpackedStream unpacked) {
    String name = entry.getName();
    byte[] header = unpacked.lastBlock();
    boolean valid =
        isUtf8(header, 0, TarConstants.NAMELEN)
            && isUtf8(header, PREFIX_OFFSET, TarConstants.PREFIXLEN);
    return valid ? name : name.replace('?', '\uFFFD');
  }

  private static boolean isUtf8(byte[] header, int offset, int length) {
    return new String(header, offset, length, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
  }

  private static EntryType type(TarArchiveEntry entry) {
    if (entry.isSymbolicLink()) {
      return EntryType.LINK;
    }
    if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      return EntryType.SPECIAL;
    }
    if (entry.isSparse()) {
      return EntryType.SPARSE;
    }
    if (entry.isDirectory()) {
      return EntryType.FOLDER;
    }
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
          EntryType.FILE;
      default -> EntryType.UNKNOWN;
    };
  }
}
