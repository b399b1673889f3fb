package dev.deckhand.workshop.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What the server tells its operator: where learners join, and the instructor's link.
 *
 * @param ssh what learners type in a terminal; empty without SSH
 * @param fingerprint of the SSH server's key; empty without SSH
 */
record Announcement(
    URI join, String code, URI instructor, Optional<String> ssh, Optional<String> fingerprint) {

  /** A JSON document of one line. */
  String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("join", join.toString());
    fields.put("code", code);
    fields.put("instructor", instructor.toString());
    ssh.ifPresent(command -> fields.put("ssh", command));
    fields.put("fingerprint", fingerprint.orElse(null));
    try {
      return new JsonMapper().writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Lines of text, with the join address as a QR code. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("Learners join at   " + join);
    lines.add("with the code      " + code);
    ssh.ifPresent(command -> lines.add("or in a terminal   " + command));
    fingerprint.ifPresent(print -> lines.add("whose key is       " + print));
    lines.add("");
    lines.addAll(qrCode(join.toString()));
    lines.add("");
    lines.add("Instructor, once:  " + instructor);
    lines.add("");
    lines.add("Ctrl-C stops serving; labs and progress stay for the next start.");
    return lines;
  }

  /** Two rows of the code in a line, light on dark, with the margin that readers want. */
  static List<String> qrCode(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    int margin = 2;
    var lines = new ArrayList<String>();
    for (int y = -margin; y < code.size + margin; y += 2) {
      var line = new StringBuilder();
      for (int x = -margin; x < code.size + margin; x++) {
        boolean upper = !code.getModule(x, y);
        boolean lower = y + 1 < code.size + margin && !code.getModule(x, y + 1);
        line.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
