package dev.deckhand.shell.submission.archive;

import static dev.deckhand.shell.submission.archive.ReadCase.reads;
import static dev.deckhand.shell.submission.archive.ReadCase.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tars as they come from the world, and as somebody makes who means harm. */
class TarCorpusTest {

  private static final List<String> POD = List.of("pod.yaml");
  private static final String LONG = "k8s/" + "x".repeat(150) + ".yaml";

  @TestFactory
  Stream<DynamicTest> entries() {
    return Stream.of(
            reads("tar", pod().build(), POD),
            reads("tar.gz", TarBytes.gzip(pod().build()), POD),
            reads("no entries", new TarBytes().build(), List.of()),
            reads(
                "folders, and names that begin with a dot",
                new TarBytes().folder(".").folder("./lab").file("./lab/pod.yaml", "x").build(),
                POD,
                "Everything was in one folder, which is left off: \"lab\"."),
            reads(
                "links in and out",
                pod()
                    .entry("in.yaml", '2', 0777, "pod.yaml", new byte[0])
                    .entry("out", '2', 0777, "/etc/passwd", new byte[0])
                    .entry("hard-out", '1', 0644, "../../etc/shadow", new byte[0])
                    .entry("hard-to-nothing", '1', 0644, "gone.yaml", new byte[0])
                    .build(),
                POD,
                "Links are left out: \"hard-out\", \"hard-to-nothing\", \"in.yaml\", \"out\"."),
            reads(
                "a second name of a file",
                pod().entry("./b.yaml", '1', 0644, "./pod.yaml", new byte[0]).build(),
                List.of("b.yaml", "pod.yaml")),
            reads(
                "a second name that leads out",
                pod().entry("../b.yaml", '1', 0644, "pod.yaml", new byte[0]).build(),
                POD,
                "Names that lead out of the submission are left out: \"../b.yaml\"."),
            reads(
                "a file behind a link to a folder",
                pod().entry("dir", '2', 0777, "/tmp", new byte[0]).file("dir/evil.sh", "x").build(),
                List.of("dir/evil.sh", "pod.yaml"),
                "Links are left out: \"dir\"."),
            reads(
                "devices and a pipe",
                pod()
                    .entry("null", '3', 0666, "", new byte[0])
                    .entry("sda", '4', 0666, "", new byte[0])
                    .entry("pipe", '6', 0666, "", new byte[0])
                    .build(),
                POD,
                "Devices, sockets and pipes are left out: \"null\", \"pipe\", \"sda\"."),
            reads(
                "names that lead elsewhere",
                pod().file("/root/.bashrc", "x").file("../x", "x").build(),
                POD,
                "Absolute names are left out: \"/root/.bashrc\".",
                "Names that lead out of the submission are left out: \"../x\"."),
            reads(
                "a folder that leads out",
                pod().folder("../../tmp/evil").build(),
                POD,
                "Names that lead out of the submission are left out: \"../../tmp/evil/\"."),
            reads(
                "a name that isn't UTF-8",
                pod().raw(latin1Header(), bytes("x")).build(),
                POD,
                "Names that aren't valid text are left out: \"\uFFFDbung.yaml\"."),
            reads(
                "long name of GNU",
                new TarBytes()
                    .entry("././@LongLink", 'L', 0644, "", bytes(LONG + "\0"))
                    .file("k8s/xxx", "x")
                    .file("a", "x")
                    .build(),
                List.of("a", LONG)),
            reads(
                "long name of pax",
                new TarBytes().pax("path", LONG).file("k8s/xxx", "x").file("a", "x").build(),
                List.of("a", LONG)),
            reads(
                "global pax header, as git writes it",
                new TarBytes()
                    .entry("pax_global_header", 'g', 0644, "", TarBytes.record("comment", "8d1f"))
                    .file("pod.yaml", "x")
                    .build(),
                POD),
            reads(
                "way out by pax",
                pod().pax("path", "../../evil").file("good", "x").build(),
                POD,
                "Names that lead out of the submission are left out: \"../../evil\"."),
            reads(
                "sparse file of pax",
                pod()
                    .entry("PaxHeader", 'x', 0644, "", sparseRecords())
                    .entry("sparse", '0', 0644, "", bytes("12345"))
                    .file("z", "")
                    .build(),
                List.of("pod.yaml", "z"),
                "Sparse files are left out: \"sparse\"."),
            reads(
                "unknown type",
                pod().entry("volume", 'Z', 0644, "", new byte[0]).build(),
                POD,
                "Entries of an unknown type are left out: \"volume\"."),
            reads(
                "tar in a tar",
                pod().file("chart.tgz", 0644, TarBytes.gzip(pod().build())).build(),
                List.of("chart.tgz", "pod.yaml"),
                "Archives inside the submission aren't opened: \"chart.tgz\"."))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  @TestFactory
  Stream<DynamicTest> damage() {
    byte[] tar = pod().build();
    byte[] gzip = TarBytes.gzip(tar);
    byte[] wrongChecksum = TarBytes.gzip(tar);
    wrongChecksum[gzip.length - 8] ^= 1;
    byte[] secondHeader = pod().file("b.yaml", "x").build();
    secondHeader[1024 + 5] ^= 1;
    return Stream.of(
            rejects(
                "cut in the content",
                Arrays.copyOf(new TarBytes().file("a", "x".repeat(2000)).build(), 1500),
                "The archive is cut short."),
            rejects("cut between entries", pod().buildWithoutEnd(), "The archive is cut short."),
            rejects("cut gzip", Arrays.copyOf(gzip, gzip.length - 12), "The archive is cut short."),
            rejects("wrong checksum of gzip", wrongChecksum, "The archive is damaged."),
            rejects("wrong checksum of a header", secondHeader, "The archive is damaged."),
            rejects(
                "size beyond the end",
                pod().raw(TarBytes.header("b", '0', 0644, "", 1L << 32), bytes("x")).build(),
                "The archive is cut short."),
            rejects(
                "size beyond the end in something that is left out",
                pod().raw(TarBytes.header("b~", '0', 0644, "", 1L << 32), bytes("x")).build(),
                "The archive is cut short."),
            rejects(
                "negative size",
                pod().raw(negativeSize(), new byte[0]).build(),
                "The archive is damaged."),
            rejects(
                "sparse file of 8 GB",
                pod().raw(gnuSparseHeader(), new byte[0]).file("z", "").build(),
                "The archive unpacks to more than 500 MB."),
            rejects(
                "long name without end",
                pod().entry("././@LongLink", 'L', 0644, "", new byte[300_000]).build(),
                "The headers of the archive are too large."),
            rejects(
                "pax records without end",
                pod()
                    .entry("x", 'x', 0644, "", TarBytes.record("comment", "x".repeat(300_000)))
                    .file("b", "x")
                    .build(),
                "The headers of the archive are too large."),
            rejects(
                "pax record that isn't one",
                pod().entry("x", 'x', 0644, "", bytes("9999999999 path=x\n")).file("b", "").build(),
                "The archive is damaged."),
            rejects(
                "gzip of something else",
                TarBytes.gzip(bytes("kind: Pod\n")),
                "The file is compressed by gzip, but what is in it isn't a tar."),
            rejects(
                "gzip in gzip",
                TarBytes.gzip(gzip),
                "The file is compressed by gzip, but what is in it isn't a tar."),
            rejects(
                "xz",
                new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 0},
                "The file is in the format xz, which Deckhand doesn't read."),
            rejects(
                "rar",
                new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0},
                "The file is in the format rar, which Deckhand doesn't read."),
            rejects(
                "7z",
                new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4},
                "The file is in the format 7z, which Deckhand doesn't read."))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  @Test
  void modesAreKeptAndTheLastFileOfANameCounts() throws UnreadableSubmission {
    byte[] tar = new TarBytes().file("run", 0644, bytes("1")).file("run", 0755, bytes("2")).build();
    CollectedFiles read = new SubmissionFiles(SubmissionLimits.DEFAULT).readArchive(tar, "anna");
    assertThat(read.files()).containsEntry("run", new SubmittedFile(bytes("2"), true));
    assertThat(read.remarks())
        .containsExactly("Of files with the same name, the last one counts: \"run\".");
  }

  private static TarBytes pod() {
    return new TarBytes().file("pod.yaml", "kind: Pod\n");
  }

  private static byte[] latin1Header() {
    byte[] name = "\u00fcbung.yaml".getBytes(StandardCharsets.ISO_8859_1);
    return TarBytes.header(name, '0', 0644, "", 1);
  }

  /** The size in binary, as GNU writes large ones, and less than zero. */
  private static byte[] negativeSize() {
    byte[] header = TarBytes.header("b", '0', 0644, "", 0);
    Arrays.fill(header, 124, 136, (byte) 0xFF);
    return TarBytes.withChecksum(header);
  }

  private static byte[] sparseRecords() {
    return bytes(
        new String(TarBytes.record("GNU.sparse.size", "90000"), StandardCharsets.UTF_8)
            + new String(TarBytes.record("GNU.sparse.numblocks", "2"), StandardCharsets.UTF_8)
            + new String(TarBytes.record("GNU.sparse.map", "0,5,90000,0"), StandardCharsets.UTF_8));
  }

  /** Of 8 GB without any data. */
  private static byte[] gnuSparseHeader() {
    byte[] header = TarBytes.header("sparse", 'S', 0644, "", 0);
    System.arraycopy(bytes("ustar  \0"), 0, header, 257, 8);
    System.arraycopy(bytes("77777777777"), 0, header, 483, 11);
    return TarBytes.withChecksum(header);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
