package dev.deckhand.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Needs no browser: the reference implementation of HTML's rules reads every page. */
@ExtendWith(PublishedSiteExtension.class)
class SiteValidityTest {

  @Test
  void everyPageIsValidHtml(PublishedSite site) throws Exception {
    var found = new ArrayList<String>();
    for (Path page : site.pages()) {
      String name = site.folder().relativize(page).toString();
      complaints(Files.readString(page)).forEach(one -> found.add(name + one));
    }
    assertThat(site.pages()).hasSizeGreaterThan(site.syllabus().lessons().size());
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsNotValidIsFound() throws Exception {
    assertThat(complaints("<!DOCTYPE html><html lang=en><title>x</title><p><div id=a></div></p>"))
        .isNotEmpty();
  }

  static List<String> complaints(String html) throws Exception {
    var found = new Complaints();
    var validator = new SimpleDocumentValidator();
    validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, found);
    validator.setUpValidatorAndParsers(found, false, false);
    var input = new InputSource(new StringReader(html));
    input.setEncoding("UTF-8");
    validator.checkHtmlInputSource(input);
    return found.lines;
  }

  private static final class Complaints implements ErrorHandler {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void warning(SAXParseException fault) {
      add(fault);
    }

    @Override
    public void error(SAXParseException fault) {
      add(fault);
    }

    @Override
    public void fatalError(SAXParseException fault) {
      add(fault);
    }

    /** It takes every resource for forbidden, even data: where that is allowed; browsers know. */
    private void add(SAXParseException fault) {
      if (!String.valueOf(fault.getMessage())
          .startsWith("Resource violates Content Security Policy")) {
        lines.add(":" + fault.getLineNumber() + ": " + fault.getMessage());
      }
    }
  }
}
