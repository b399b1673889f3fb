package dev.deckhand.lesson.adoc;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.adoc.source.BuildStamp;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.PackWriter;
import dev.deckhand.lesson.pack.RecordedOutputFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles the courses during the build. It is a separate program, since Asciidoctor must not be
 * loaded into Maven. Besides the shell's {@code Main} it is the only class that writes to the
 * console and exits.
 */
public final class CourseCompilerMain {

  private CourseCompilerMain() {}

  /**
   * Compiles a folder of courses into a pack, unless nothing has changed since the last time.
   *
   * @param arguments the folder of courses, the pack's folder, the stamp's file, and the folder of
   *     the compiler's own classes
   */
  public static void main(String[] arguments) throws IOException {
    boolean sound;
    try (var compiler = new CourseCompiler(Path.of(arguments[2]).resolveSibling("diagrams"))) {
      sound =
          run(
              Path.of(arguments[0]),
              Path.of(arguments[1]),
              new BuildStamp(Path.of(arguments[2])),
              Path.of(arguments[3]),
              compiler,
              System.out);
    }
    if (!sound) {
      System.exit(1);
    }
  }

  static boolean run(
      Path courses,
      Path pack,
      BuildStamp buildStamp,
      Path classes,
      CourseCompiler compiler,
      PrintStream out)
      throws IOException {
    String content = buildStamp.digestOf(List.of(courses, classes), pack);
    if (Files.exists(pack) && buildStamp.matches(content)) {
      return true;
    }
    FolderTree.delete(pack);
    CompiledLibrary library = CompiledLibrary.of(courses, compiler);
    List<CompiledCourse> compiled = library.compiled();
    library.findings().forEach(lintFinding -> out.println(courses + "/" + lintFinding.toLine()));
    if (compiled.isEmpty()) {
      out.println(courses + ": There are no courses here.");
    }
    if (compiled.isEmpty() || library.findings().stream().anyMatch(LintFinding::isError)) {
      return false;
    }
    var writer = new PackWriter(pack);
    if (library.coverage().isPresent()) {
      writer.writeCoverage(library.coverage().get());
    }
    write(compiled, courses, writer);
    if (compiler.missingImages() > 0) {
      // without a stamp, the next build tries again
      out.println(
          courses
              + ": warning: Diagrams without their images: "
              + compiler.missingImages()
              + ". This Java has no fonts to draw with. On Debian: apt-get install fontconfig"
              + " fonts-dejavu-core libfreetype6");
      return true;
    }
    buildStamp.write(content);
    return true;
  }

  /** Deletes the output of an earlier compilation, so that no renamed or broken lesson is left. */
  private static void write(List<CompiledCourse> compiled, Path courses, PackWriter writer)
      throws IOException {
    var files = new RecordedOutputFile();
    for (CompiledCourse course : compiled) {
      for (var lesson : course.lessons()) {
        writer.write(lesson);
        RecordedOutput recordedOutput = files.read(RecordedOutputFile.in(courses, lesson.id()));
        if (!recordedOutput.isEmpty()) {
          writer.write(lesson.id(), recordedOutput);
        }
      }
      if (!course.sources().isEmpty()) {
        writer.writeSources(course.card().id(), course.sources());
      }
      for (var picture : course.pictures().entrySet()) {
        writer.write(course.card().id(), picture.getKey(), picture.getValue());
      }
    }
    writer.write(compiled.stream().map(CompiledCourse::card).toList());
  }
}
