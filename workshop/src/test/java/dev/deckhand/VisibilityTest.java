package dev.deckhand;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public is what another package uses, in the program or in its tests. */
@AnalyzeClasses(locations = VisibilityTest.AllModules.class)
class VisibilityTest {

  /**
   * Used where this test can't see it: started by java, found by ServiceLoader, made by
   * Asciidoctor, by a constant that the compiler inlines, or by a test of another module.
   */
  private static final Set<String> USED_UNSEEN =
      Set.of(
          "dev.deckhand.shell.Main",
          "dev.deckhand.workshop.program.WorkshopServer",
          "dev.deckhand.lesson.adoc.CourseCompilerMain",
          "dev.deckhand.lab.container.LabEngineStrategy",
          "dev.deckhand.lab.observe.engine.DockerObserver",
          "dev.deckhand.lab.preflight.PrivilegedContainerProbe",
          "dev.deckhand.shell.cli.common.LearnerNameCandidates",
          "dev.deckhand.shell.cli.notes.NotesSubjectCandidates",
          "dev.deckhand.shell.cli.common.CourseIdCandidates",
          "dev.deckhand.lesson.adoc.asciidoctor.InlineMarkupConverter");

  /** The classes of all modules, and those of their tests, which aren't on the class path here. */
  static final class AllModules implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
      return Stream.concat(
              Locations.ofPackage("dev.deckhand").stream(),
              Stream.of("lessons", "labs", "site", "shell")
                  .map(module -> Path.of("..", module, "target", "test-classes"))
                  .filter(Files::isDirectory)
                  .map(Location::of))
          .collect(Collectors.toSet());
    }
  }

  /** What learners write Java against. */
  private static final String LEARNERS_API = "dev.deckhand.lab.java.bound";

  @ArchTest
  static void publicTypesAreUsedByAnotherPackage(JavaClasses classes) {
    List<String> unused =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && isOfTheProgram(type))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !USED_UNSEEN.contains(type.getName()))
            .filter(type -> !type.getPackageName().equals(LEARNERS_API))
            .filter(type -> !isUsedElsewhere(type, classes))
            .map(JavaClass::getName)
            .collect(Collectors.toList());
    assertThat(unused).as("public types that only their own package uses").isEmpty();
  }

  private static boolean isOfTheProgram(JavaClass type) {
    return type.getSource()
        .map(source -> !source.getUri().toString().contains("/test-classes/"))
        .orElse(false);
  }

  private static boolean isUsedElsewhere(JavaClass type, JavaClasses classes) {
    return Stream.concat(
            Stream.of(type),
            classes.stream().filter(other -> other.getName().startsWith(type.getName() + "$")))
        .flatMap(one -> one.getDirectDependenciesToSelf().stream())
        .anyMatch(dependency ->
            !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
  }
}
