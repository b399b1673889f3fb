package dev.deckhand.shell.trial;

import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes trial results in JUnit's XML format, with one suite per lesson. */
public final class JUnitReport {

  private JUnitReport() {}

  /** Writes the report, and creates its folder if needed. */
  public static void write(Path file, List<LessonTrialResult> lessons) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, xml(lessons), StandardCharsets.UTF_8);
  }

  static String xml(List<LessonTrialResult> lessons) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (LessonTrialResult lesson : lessons) {
        testSuite(xml, lesson);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report that cannot be written as XML", e);
    }
    return text.toString();
  }

  private static void testSuite(XMLStreamWriter xml, LessonTrialResult lesson)
      throws XMLStreamException {
    LabFault fault = lesson.fault();
    int tests =
        lesson.trials().size() + (fault == null ? 0 : 1) + (lesson.firstTry() == null ? 0 : 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", lesson.lesson().toString());
    xml.writeAttribute("tests", Integer.toString(tests));
    xml.writeAttribute("failures", Long.toString(lesson.failureCount()));
    xml.writeAttribute("errors", fault == null || lesson.skipped() ? "0" : "1");
    xml.writeAttribute("skipped", lesson.skipped() ? "1" : "0");
    xml.writeAttribute("time", seconds(lesson.took()));
    for (TrialResult trialResult : lesson.trials()) {
      testCase(xml, trialResult);
    }
    if (lesson.firstTry() != null) {
      firstTry(xml, lesson, lesson.firstTry());
    }
    if (fault != null) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", lesson.lesson().toString());
      xml.writeAttribute("name", "the lab");
      message(xml, lesson.skipped() ? "skipped" : "error", fault.problem() + " " + fault.remedy());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** In the elements that Surefire writes for tests that it ran again. */
  private static void firstTry(
      XMLStreamWriter xml, LessonTrialResult lesson, LessonTrialResult first)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", lesson.lesson().toString());
    xml.writeAttribute("name", "the first of two tests");
    xml.writeAttribute("time", seconds(first.took()));
    message(
        xml, lesson.flaky() ? "flakyFailure" : "rerunFailure", String.join("\n", first.failures()));
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, TrialResult trialResult)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", trialResult.lesson().toString());
    String what = trialResult.what().isEmpty() ? "" : ": " + trialResult.what();
    xml.writeAttribute(
        "name",
        withoutControlCharacters(
            "step " + trialResult.step() + ", " + trialResult.rule().words() + what));
    xml.writeAttribute("time", seconds(trialResult.took()));
    if (!trialResult.passed()) {
      message(xml, "failure", trialResult.problem());
    }
    if (!trialResult.warning().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(withoutControlCharacters("warning: " + trialResult.warning()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void message(XMLStreamWriter xml, String element, String words)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", withoutControlCharacters(words));
    xml.writeEndElement();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }

  /** XML can't contain most control characters, not even escaped. */
  private static String withoutControlCharacters(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }
}
