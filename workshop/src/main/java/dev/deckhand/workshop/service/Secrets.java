package dev.deckhand.workshop.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes secret words, and their digests. */
final class Secrets {

  /** Without letters and digits that are taken for one another. */
  private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A word of 256 bits, for a cookie. */
  static String token() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A word that people type: groups of four, about 5 bits a character. */
  static String legible(int groups) {
    var word = new StringBuilder();
    for (int i = 0; i < groups * 4; i++) {
      if (i > 0 && i % 4 == 0) {
        word.append('-');
      }
      word.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
    }
    return word.toString();
  }

  /** A word as it was typed, without what people get wrong: case, spaces, hyphens. */
  static String normalized(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }

  /** What the database knows a secret by: its SHA-256 in hexadecimal digits. */
  static String digest(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Compares in a time that says nothing about where two words differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
