package dev.deckhand.shell.view;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.junit.jupiter.api.Test;

class ViewRulesTest {

  private final JavaClasses view =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.deckhand.shell.view");

  @Test
  void textBecomesALineThroughInkAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(StyledLineBuilder.class.getName())
        .should()
        .callConstructor(AttributedString.class, CharSequence.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(AttributedStringBuilder.class)
        .because("Ink is what makes text of others harmless")
        .check(view);
  }

  @Test
  void nothingIsReadWrittenOrWaitedFor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.concurrent..",
            "org.jline.terminal..",
            "org.jline.reader..",
            "dev.deckhand.lab..")
        .check(view);
  }
}
