package dev.deckhand.shell.grade;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Trials in the form that build servers read: JUnit's XML. */
public final class JUnitReport {

  private JUnitReport() {}

  /** Writes the report, with the folders above it. */
  public static void write(Path file, List<Trial> trials) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, xml(trials), StandardCharsets.UTF_8);
  }

  static String xml(List<Trial> trials) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "lessons");
      xml.writeAttribute("tests", Integer.toString(trials.size()));
      long failures = trials.stream().filter(trial -> !trial.passed()).count();
      xml.writeAttribute("failures", Long.toString(failures));
      for (Trial trial : trials) {
        one(xml, trial);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report that cannot be written as XML", e);
    }
    return text.toString();
  }

  private static void one(XMLStreamWriter xml, Trial trial) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", trial.lesson().toString());
    xml.writeAttribute(
        "name", "step " + trial.step() + ", " + trial.rule().words() + ": " + clean(trial.what()));
    xml.writeAttribute(
        "time", String.format(Locale.ROOT, "%.3f", trial.took().toMillis() / 1000.0));
    if (!trial.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", clean(trial.problem()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** XML has no place for most control characters, however they are written. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }
}
