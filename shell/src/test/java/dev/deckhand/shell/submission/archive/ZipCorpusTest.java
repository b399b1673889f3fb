package dev.deckhand.shell.submission.archive;

import static dev.deckhand.shell.submission.archive.ReadCase.reads;
import static dev.deckhand.shell.submission.archive.ReadCase.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Zips as they come from the world, and as somebody makes who means harm. */
class ZipCorpusTest {

  private static final List<String> POD = List.of("pod.yaml");
  private static final String DAMAGED = "The archive is damaged.";

  @TestFactory
  Stream<DynamicTest> names() {
    byte[] cp437 = "\u00fcbung.yaml".getBytes(Charset.forName("IBM437"));
    return Stream.of(
            reads("plain", pod().build(), POD),
            reads("records of Zip64 that aren't needed", pod().zip64(0).build(), POD),
            reads("no entries", new ZipBytes().build(), List.of()),
            reads(
                "absolute name",
                pod().file("/etc/passwd", "x").build(),
                POD,
                "Absolute names are left out: \"/etc/passwd\"."),
            reads(
                "way out",
                pod().file("../../x.sh", "x").file("a/../../y", "x").build(),
                POD,
                "Names that lead out of the submission are left out: \"../../x.sh\","
                    + " \"a/../../y\"."),
            reads(
                "way out with backslashes",
                pod().file("..\\x.sh", "x").build(),
                POD,
                "Names that lead out of the submission are left out: \"..\\x.sh\"."),
            reads(
                "drive",
                pod().file("C:\\x.sh", "x").file("d:y", "x").build(),
                POD,
                "Names with a drive letter are left out: \"C:\\x.sh\", \"d:y\"."),
            reads(
                "share",
                pod().file("\\\\server\\share\\x", "x").build(),
                POD,
                "Absolute names are left out: \"\\\\server\\share\\x\"."),
            reads(
                "backslashes of old Windows programs",
                new ZipBytes().file("k8s\\pod.yaml", "x").file("b.txt", "x").build(),
                List.of("b.txt", "k8s/pod.yaml"),
                "Backslashes in names were read as slashes: \"k8s/pod.yaml\"."),
            reads(
                "control characters",
                pod().file("a\u001b[2Jb", "x").file("c\nd", "x").file("e\u0000f", "x").build(),
                POD,
                "Names with control characters are left out: \"a<U+001B>[2Jb\", \"c<U+000A>d\","
                    + " \"e<U+0000>f\"."),
            reads(
                "direction override",
                pod().file("cod\u202Elmay.exe", "x").build(),
                POD,
                "Names with control characters are left out: \"cod<U+202E>lmay.exe\"."),
            reads(
                "UTF-8 by its flag",
                new ZipBytes().file("\u00fc.yaml", "x", entry -> entry.flags = 1 << 11).build(),
                List.of("\u00fc.yaml")),
            reads(
                "flag of UTF-8, but it isn't",
                pod()
                    .file(
                        "",
                        "x",
                        entry -> {
                          entry.flags = 1 << 11;
                          name(entry, cp437);
                        })
                    .build(),
                POD,
                "Names that aren't valid text are left out: \"\uFFFDbung.yaml\"."),
            reads(
                "UTF-8 without the flag, as macOS writes it",
                new ZipBytes().file("\u00fc.yaml", "x").build(),
                List.of("\u00fc.yaml")),
            reads(
                "CP437",
                new ZipBytes().file("", "x", entry -> name(entry, cp437)).build(),
                List.of("\u00fcbung.yaml"),
                "Names without a known encoding were read as CP437: \"\u00fcbung.yaml\"."),
            reads(
                "Info-ZIP's Unicode name",
                new ZipBytes()
                    .file(
                        "",
                        "x",
                        entry -> {
                          name(entry, cp437);
                          entry.extra = ZipBytes.unicodeName(cp437, "\u540d.yaml");
                        })
                    .build(),
                List.of("\u540d.yaml")),
            reads(
                "decomposed name",
                new ZipBytes().file("u\u0308.yaml", "x").build(),
                List.of("\u00fc.yaml"),
                "Names were changed to composed characters (Unicode NFC): \"\u00fc.yaml\"."),
            reads(
                "names that differ in Unicode form alone",
                new ZipBytes().file("\u00fc.yaml", "1").file("u\u0308.yaml", "2").build(),
                List.of("\u00fc.yaml"),
                "Of files with the same name, the last one counts: \"\u00fc.yaml\".",
                "Names were changed to composed characters (Unicode NFC): \"\u00fc.yaml\"."),
            reads(
                "names that differ in case alone",
                new ZipBytes().file("pod.yaml", "1").file("Pod.yaml", "2").build(),
                List.of("Pod.yaml"),
                "Names that differ from another only in case are left out: \"pod.yaml\"."),
            reads(
                "the same name twice",
                pod().file("./pod.yaml", "second").build(),
                POD,
                "Of files with the same name, the last one counts: \"pod.yaml\"."),
            reads(
                "a file that is a folder too",
                pod().file("web", "x").file("web/index.html", "x").build(),
                List.of("pod.yaml", "web/index.html"),
                "Files with the name of a folder are left out: \"web\"."))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  @TestFactory
  Stream<DynamicTest> kindsOfFiles() {
    byte[] inner = pod().build();
    return Stream.of(
            reads(
                "outer folder and macOS",
                new ZipBytes()
                    .file("lab 3/pod.yaml", "x")
                    .file("lab 3/.DS_Store", "x")
                    .file("__MACOSX/lab 3/._pod.yaml", "x")
                    .file("lab 3/._step-1.sh", "x")
                    .build(),
                POD,
                "Everything was in one folder, which is left off: \"lab 3\".",
                "Files of operating systems are left out: \"__MACOSX\", \"lab 3/.DS_Store\","
                    + " \"lab 3/._step-1.sh\"."),
            reads(
                "outer folder that is named like the archive",
                new ZipBytes().file("anna/pod.yaml", "x").build(),
                POD),
            reads(
                "only one of two folders around it is left off",
                new ZipBytes().file("a/b/pod.yaml", "x").build(),
                List.of("b/pod.yaml"),
                "Everything was in one folder, which is left off: \"a\"."),
            reads(
                "a chart keeps its folder",
                new ZipBytes().file("web/Chart.yaml", "x").file("web/values.yaml", "x").build(),
                List.of("web/Chart.yaml", "web/values.yaml")),
            reads(
                "a submission with a chart's files at its top",
                new ZipBytes().file("lab/Chart.yaml", "x").file("lab/step-1.sh", "x").build(),
                List.of("Chart.yaml", "step-1.sh"),
                "Everything was in one folder, which is left off: \"lab\"."),
            reads(
                "what other programs left",
                pod()
                    .file("Thumbs.db", "x")
                    .file(".git/config", "x")
                    .file("sub/.git/HEAD", "x")
                    .file("pod.yaml~", "x")
                    .file(".pod.yaml.swp", "x")
                    .file("#pod.yaml#", "x")
                    .build(),
                POD,
                "Files of operating systems are left out: \"Thumbs.db\".",
                "Files of version control are left out: \".git\", \"sub/.git\".",
                "Files that editors leave behind are left out: \"#pod.yaml#\","
                    + " \".pod.yaml.swp\", \"pod.yaml~\"."),
            reads(
                "more than five of a kind",
                pod()
                    .file("a~", "x")
                    .file("b~", "x")
                    .file("c~", "x")
                    .file("d~", "x")
                    .file("e~", "x")
                    .file("f~", "x")
                    .file("g~", "x")
                    .build(),
                POD,
                "Files that editors leave behind are left out: \"a~\", \"b~\", \"c~\", \"d~\","
                    + " \"e~\" and 2 others."),
            reads(
                "link",
                pod().file("passwd", "/etc/passwd", entry -> entry.mode = 0120777).build(),
                POD,
                "Links are left out: \"passwd\"."),
            reads(
                "device and pipe",
                pod()
                    .file("sda", "", entry -> entry.mode = 0060600)
                    .file("pipe", "", entry -> entry.mode = 0010600)
                    .build(),
                POD,
                "Devices, sockets and pipes are left out: \"pipe\", \"sda\"."),
            reads(
                "archive in the archive",
                pod().file("more.zip", inner, _ -> {}).build(),
                List.of("more.zip", "pod.yaml"),
                "Archives inside the submission aren't opened: \"more.zip\"."),
            reads(
                "from Windows, without modes",
                new ZipBytes()
                    .file("run", "#!/bin/sh\necho 1\n", ZipCorpusTest::madeOnWindows)
                    .file("pod.yaml", "x", ZipCorpusTest::madeOnWindows)
                    .build(),
                List.of("pod.yaml", "run"),
                "The archive has no file modes, so files that begin with \"#!\" are programs:"
                    + " \"run\"."),
            reads(
                "text from Windows",
                new ZipBytes()
                    .file("step-1.sh", "\uFEFFdocker ps\r\ndocker images\r\n")
                    .file("pod.yaml", "kind: Pod\r\n")
                    .file(
                        "svc.yaml",
                        "\uFEFFkind: Service".getBytes(StandardCharsets.UTF_16LE),
                        _ -> {})
                    .file("notes.txt", "a\r\n")
                    .file("step-2.sh", "a\0b\r\n")
                    .build(),
                List.of("notes.txt", "pod.yaml", "step-1.sh", "step-2.sh", "svc.yaml"),
                "UTF-16 text was changed to UTF-8: \"svc.yaml\".",
                "Byte order marks were removed: \"step-1.sh\".",
                "Windows line ends were changed to Unix line ends: \"pod.yaml\","
                    + " \"step-1.sh\"."))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  @TestFactory
  Stream<DynamicTest> damage() {
    byte[] whole = pod().build();
    byte[] deflated =
        new ZipBytes()
            .deflated("pod.yaml", "kind: Pod".repeat(50).getBytes(StandardCharsets.UTF_8))
            .build();
    deflated[45] ^= 0x55;
    return Stream.of(
            rejects("no bytes", new byte[0], "The file is empty."),
            rejects(
                "no archive",
                "hello".getBytes(StandardCharsets.UTF_8),
                "The file is not an archive."),
            rejects("cut in the middle", Arrays.copyOf(whole, 60), "The archive is cut short."),
            rejects(
                "cut by one byte",
                Arrays.copyOf(whole, whole.length - 1),
                "The archive is cut short."),
            rejects(
                "something behind it",
                pod().atEnd("more".getBytes(StandardCharsets.UTF_8)).build(),
                "There is something behind the end of the archive."),
            rejects("wrong number of entries", pod().count(2).build(), DAMAGED),
            rejects("Zip64", pod().count(0xFFFF).build(), "The archive is in the Zip64 format."),
            rejects("records of Zip64 that say something else", pod().zip64(1).build(), DAMAGED),
            rejects("broken compression", deflated, DAMAGED),
            rejects(
                "encrypted",
                new ZipBytes().file("pod.yaml", "x", entry -> entry.flags = 1).build(),
                "The file \"pod.yaml\" is encrypted."),
            rejects(
                "unknown compression",
                new ZipBytes().file("pod.yaml", "x", entry -> entry.method = 98).build(),
                "The file \"pod.yaml\" is compressed by a method that Deckhand doesn't know (number"
                    + " 98)."),
            rejects(
                "wrong checksum",
                new ZipBytes()
                    .file(
                        "pod.yaml",
                        "x",
                        entry -> {
                          entry.crc = 1;
                          entry.localCrc = 1;
                        })
                    .build(),
                "The file \"pod.yaml\" is damaged in the archive."),
            rejects(
                "two names for one file",
                new ZipBytes()
                    .file(
                        "pod.yaml",
                        "x",
                        entry -> entry.localName = "evil.yam".getBytes(StandardCharsets.UTF_8))
                    .build(),
                "The archive describes the file \"pod.yaml\" in two ways that differ."),
            rejects(
                "two checksums for one file",
                new ZipBytes().file("pod.yaml", "x", entry -> entry.localCrc = 7).build(),
                "The archive describes the file \"pod.yaml\" in two ways that differ."),
            rejects(
                "encrypted according to one header",
                new ZipBytes().file("pod.yaml", "x", entry -> entry.localFlags = 1).build(),
                "The archive describes the file \"pod.yaml\" in two ways that differ."),
            rejects(
                "two entries with the same data",
                pod().file("pod.yaml", "kind: Pod\n", entry -> entry.offset = 0).build(),
                "Files in the archive share their data."),
            rejects(
                "a file that isn't listed",
                pod().file("hidden.yaml", "x", entry -> entry.hidden = true).build(),
                "The archive contains files that its directory doesn't list."),
            rejects(
                "no header where the directory says",
                pod().file("x.yaml", "x", entry -> entry.offset = 3).build(),
                DAMAGED),
            rejects(
                "header beyond the end",
                pod().file("x.yaml", "x", entry -> entry.offset = 1 << 30).build(),
                DAMAGED))
        .map(one -> one.test(SubmissionLimits.DEFAULT));
  }

  @Test
  void theFileThatIsReadIsTheLastOfItsName() throws UnreadableSubmission {
    byte[] zip = pod().file("pod.yaml", "second").build();
    assertThat(read(zip).files().get("pod.yaml")).isEqualTo(SubmittedFile.text("second"));
  }

  @Test
  void modesAndTextsAreKept() throws UnreadableSubmission {
    CollectedFiles read =
        read(
            new ZipBytes()
                .file("run", "x", entry -> entry.mode = 0100755)
                .file("step-1.sh", "\uFEFFa\r\nb\rc\r\n")
                .file("svc.yaml", "\uFEFF\u00fc".getBytes(StandardCharsets.UTF_16BE), _ -> {})
                .build());
    assertThat(read.files().get("run"))
        .isEqualTo(new SubmittedFile("x".getBytes(StandardCharsets.UTF_8), true));
    assertThat(text(read, "step-1.sh")).isEqualTo("a\nb\rc\n");
    assertThat(text(read, "svc.yaml")).isEqualTo("\u00fc");
  }

  private static String text(CollectedFiles files, String path) {
    return Objects.requireNonNull(files.files().get(path)).text();
  }

  private static CollectedFiles read(byte[] zip) throws UnreadableSubmission {
    return new SubmissionFiles(SubmissionLimits.DEFAULT).readArchive(zip, "anna");
  }

  private static ZipBytes pod() {
    return new ZipBytes().file("pod.yaml", "kind: Pod\n");
  }

  private static void name(ZipBytes.Entry entry, byte[] name) {
    entry.name = name;
    entry.localName = name;
  }

  private static void madeOnWindows(ZipBytes.Entry entry) {
    entry.madeBy = 20;
    entry.mode = 0;
  }
}
