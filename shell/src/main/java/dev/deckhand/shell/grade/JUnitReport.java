package dev.deckhand.shell.grade;

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

/** Trials in the form that build servers read: JUnit's XML, a suite for each lesson. */
public final class JUnitReport {

  private JUnitReport() {}

  /** Writes the report, with the folders above it. */
  public static void write(Path file, List<Rehearsed> lessons) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, xml(lessons), StandardCharsets.UTF_8);
  }

  static String xml(List<Rehearsed> lessons) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (Rehearsed lesson : lessons) {
        suite(xml, lesson);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report that cannot be written as XML", e);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, Rehearsed lesson) throws XMLStreamException {
    LabFault fault = lesson.fault();
    int tests = lesson.trials().size() + (fault == null ? 0 : 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", lesson.lesson().toString());
    xml.writeAttribute("tests", Integer.toString(tests));
    xml.writeAttribute("failures", Long.toString(lesson.failed()));
    xml.writeAttribute("errors", fault == null ? "0" : "1");
    xml.writeAttribute("time", seconds(lesson.took()));
    for (Trial trial : lesson.trials()) {
      one(xml, trial);
    }
    if (fault != null) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", lesson.lesson().toString());
      xml.writeAttribute("name", "the lab");
      message(xml, "error", fault.what() + " " + fault.next());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void one(XMLStreamWriter xml, Trial trial) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", trial.lesson().toString());
    String what = trial.what().isEmpty() ? "" : ": " + trial.what();
    xml.writeAttribute("name", clean("step " + trial.step() + ", " + trial.rule().words() + what));
    xml.writeAttribute("time", seconds(trial.took()));
    if (!trial.passed()) {
      message(xml, "failure", trial.problem());
    }
    if (!trial.warning().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean("warning: " + trial.warning()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void message(XMLStreamWriter xml, String element, String words)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", clean(words));
    xml.writeEndElement();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }

  /** XML has no place for most control characters, however they are written. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }
}
