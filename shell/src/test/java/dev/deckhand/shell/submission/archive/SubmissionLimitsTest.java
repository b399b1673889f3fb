package dev.deckhand.shell.submission.archive;

import static dev.deckhand.shell.submission.archive.ReadCase.reads;
import static dev.deckhand.shell.submission.archive.ReadCase.rejects;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each limit, just kept and just exceeded; and bombs. */
class SubmissionLimitsTest {

  /** 3 files, 1000 bytes each, 2000 together, 3 levels, 40 bytes a path, 10 entries. */
  private static final SubmissionLimits SMALL =
      new SubmissionLimits(3, 1000, 2000, 3, 40, 200, 10, 60_000, 3_000_000);

  private static final int MB = 1_000_000;

  @TestFactory
  Stream<DynamicTest> limits() {
    String longest = "x".repeat(40);
    return Stream.of(
            reads("three files", files(3), List.of("a0", "a1", "a2")),
            rejects("four files", files(4), "The submission has more than 3 files."),
            rejects(
                "four files in a tar",
                new TarBytes().file("a", "").file("b", "").file("c", "").file("d", "").build(),
                "The submission has more than 3 files."),
            reads(
                "what is left out doesn't count as a file",
                new ZipBytes()
                    .file("a~", "")
                    .file("b~", "")
                    .file("c~", "")
                    .file("d~", "")
                    .file("e", "")
                    .build(),
                List.of("e"),
                "Files that editors leave behind are left out: \"a~\", \"b~\", \"c~\", \"d~\"."),
            rejects(
                "but it counts as an entry",
                files(11),
                "The submission has more than 10 files, folders and links."),
            rejects(
                "entries of a tar",
                folders(11),
                "The submission has more than 10 files, folders and links."),
            reads("1000 bytes", sized(1000), List.of("a")),
            rejects("1001 bytes", sized(1001), "The file \"a\" is larger than 1000 bytes."),
            reads("2000 bytes together", sized(1000, 1000), List.of("a", "b")),
            rejects(
                "2001 bytes together",
                sized(1000, 1000, 1),
                "The files of the submission are larger than 2000 bytes together."),
            reads("40 bytes of a path", path(longest), List.of(longest)),
            rejects(
                "41 bytes of a path",
                path(longest + "x"),
                "The path \"" + longest + "x\" is longer than 40 bytes."),
            rejects(
                "the path's bytes count, not its characters",
                path("\u540d".repeat(14)),
                "The path \"" + "\u540d".repeat(14) + "\" is longer than 40 bytes."),
            reads(
                "three levels",
                new ZipBytes().file("z", "").file("a/b/c", "").build(),
                List.of("a/b/c", "z")),
            rejects(
                "four levels",
                new ZipBytes().file("z", "").file("a/b/c/d", "").build(),
                "The path \"a/b/c/d\" is more than 3 levels deep."),
            rejects(
                "archive of more than 60,000 bytes",
                new TarBytes().file("a~", "x".repeat(60_000)).build(),
                "The archive is larger than 60000 bytes."),
            rejects(
                "unpacks to more than 3 MB in files that are left out",
                TarBytes.gzip(new TarBytes().file("a~", 0644, noise(3 * MB, 100)).build()),
                "The archive unpacks to more than 3 MB."))
        .map(one -> one.test(SMALL));
  }

  @TestFactory
  Stream<DynamicTest> bombs() {
    byte[] zeros = new byte[19 * MB];
    return Stream.of(
            rejects(
                "zip of zeros",
                new ZipBytes().deflated("zeros", zeros).build(),
                "The archive unpacks to more than 200 times its size."),
            rejects(
                "many entries of zeros",
                new ZipBytes()
                    .deflated("a", new byte[MB / 2])
                    .deflated("b", new byte[MB / 2])
                    .deflated("c", new byte[MB / 2])
                    .build(),
                "The archive unpacks to more than 200 times its size."),
            rejects(
                "size stated too small",
                new ZipBytes()
                    .file(
                        "zeros",
                        zeros,
                        entry -> {
                          entry.method = 8;
                          entry.data = ZipBytes.deflate(zeros);
                          entry.size = 10;
                        })
                    .build(),
                "The archive unpacks to more than 200 times its size."),
            rejects(
                "gzip of zeros in a tar",
                TarBytes.gzip(new TarBytes().file("zeros", 0644, zeros).build()),
                "The archive unpacks to more than 200 times its size."),
            rejects(
                "gzip of zeros in a file that is left out",
                TarBytes.gzip(new TarBytes().file("zeros~", 0644, zeros).build()),
                "The archive unpacks to more than 200 times its size."),
            rejects(
                "gzip of a tar with very many folders",
                TarBytes.gzip(folders(20_001)),
                "The submission has more than 20000 files, folders and links."))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  private static byte[] files(int count) {
    var zip = new ZipBytes();
    IntStream.range(0, count).forEach(i -> zip.file("a" + i, ""));
    return zip.build();
  }

  private static byte[] folders(int count) {
    var tar = new TarBytes();
    IntStream.range(0, count).forEach(i -> tar.folder("a" + i));
    return tar.build();
  }

  private static byte[] sized(int... sizes) {
    var zip = new ZipBytes();
    for (int i = 0; i < sizes.length; i++) {
      zip.file(String.valueOf((char) ('a' + i)), "x".repeat(sizes[i]));
    }
    return zip.build();
  }

  private static byte[] path(String path) {
    return new ZipBytes().file(path, "").build();
  }

  /** Bytes that gzip makes smaller, but not by much more than a factor. */
  private static byte[] noise(int size, int factor) {
    var bytes = new byte[size];
    var random = new Random(1);
    byte[] block = new byte[factor * 10];
    for (int at = 0; at < size; at += block.length) {
      Arrays.fill(block, (byte) random.nextInt());
      for (int i = 0; i < 8; i++) {
        block[i] = (byte) random.nextInt();
      }
      System.arraycopy(block, 0, bytes, at, Math.min(block.length, size - at));
    }
    return bytes;
  }
}
