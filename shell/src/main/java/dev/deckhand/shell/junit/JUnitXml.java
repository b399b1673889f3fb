package dev.deckhand.shell.junit;

import dev.deckhand.site.text.ShownText;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes suites in JUnit's XML format, as Surefire's schema of test reports describes it, with
 * {@code testsuites} around the suites. XML can't contain most control characters, not even
 * escaped, nor half of a surrogate pair: they become U+FFFD.
 */
public final class JUnitXml {

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Returns the suites as one document. */
  public static String write(List<JUnitSuite> suites) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (JUnitSuite suite : suites) {
        new JUnitXml(xml).suite(suite);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report that cannot be written as XML", e);
    }
    return text.toString();
  }

  private void suite(JUnitSuite suite) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("failures", Long.toString(suite.count(JUnitCase.Result.Failed.class)));
    attribute("errors", Long.toString(suite.count(JUnitCase.Result.Undecided.class)));
    attribute("skipped", Long.toString(suite.count(JUnitCase.Result.Skipped.class)));
    attribute("time", seconds(suite.took()));
    if (!suite.properties().isEmpty()) {
      xml.writeStartElement("properties");
      for (var property : suite.properties().entrySet()) {
        xml.writeStartElement("property");
        attribute("name", property.getKey());
        attribute("value", property.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    for (JUnitCase one : suite.cases()) {
      testCase(one);
    }
    xml.writeEndElement();
  }

  private void testCase(JUnitCase one) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", one.className());
    attribute("name", one.name());
    attribute("time", seconds(one.took()));
    switch (one.result()) {
      case JUnitCase.Result.Passed() -> {}
      case JUnitCase.Result.Failed(var message) -> problem("failure", "failed", message);
      case JUnitCase.Result.Undecided(var message) -> problem("error", "undecided", message);
      case JUnitCase.Result.Skipped(var message) -> problem("skipped", "", message);
      case JUnitCase.Result.FlakyFailure(var message) -> rerun("flakyFailure", message);
      case JUnitCase.Result.RerunFailure(var message) -> rerun("rerunFailure", message);
    }
    if (!one.output().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(ShownText.clean(one.output()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** A message of several lines is the element's text too: attributes have no line breaks. */
  private void problem(String element, String type, String message) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message);
    if (!type.isEmpty()) {
      attribute("type", type);
    }
    if (message.contains("\n")) {
      xml.writeCharacters(ShownText.clean(message));
    }
    xml.writeEndElement();
  }

  /** Surefire's elements for tests that were run again have a stack trace of their own. */
  private void rerun(String element, String message) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message);
    attribute("type", "failed");
    xml.writeStartElement("stackTrace");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, ShownText.onOneLine(value));
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }
}
