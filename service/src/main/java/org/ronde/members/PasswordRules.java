package org.ronde.members;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ronde.http.Folding;
import org.ronde.http.Refusal.Fault;

/**
 * Which passwords are good enough: {@value #LENGTH_MIN} to {@value #LENGTH_MAX} characters of any
 * kind, not on the list of those that people really choose, and not put together from a few words
 * that anybody would try first (common passwords, the member's own name, the company, Ronde).
 *
 * <p>No rule asks for digits or capitals: they make passwords harder to remember and no harder to
 * guess. Where the lists come from is written in their first lines.
 */
final class PasswordRules {
  static final int LENGTH_MIN = 15;
  static final int LENGTH_MAX = 128;

  /** As many easy words as may not make up a password alone; four and more are a phrase. */
  private static final int PIECES_MAX = 3;

  private static final int CONTEXT_MIN = 4;
  private static final int DIGITS_MAX = 4;

  private final Set<String> blocked;
  private final Set<String> bases;

  private PasswordRules(Set<String> blocked, Set<String> bases) {
    this.blocked = blocked;
    this.bases = bases;
  }

  /** Reads both lists from the class path. */
  static PasswordRules load() {
    Set<String> bases = read("password-bases.txt");
    bases.add("ronde");
    return new PasswordRules(read("password-blocklist.txt"), bases);
  }

  /**
   * What is wrong with a password, if anything is.
   *
   * @param context what belongs to this member: names, the address, the company
   */
  Optional<Fault> findFault(String field, String password, Collection<String> context) {
    int length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN) {
      return Optional.of(Fault.of(field, "members.fault.passwordShort"));
    }
    if (length > LENGTH_MAX) {
      return Optional.of(Fault.of(field, "members.fault.passwordLong"));
    }
    String plain = plain(password);
    if (blocked.contains(password.toLowerCase(Locale.ROOT)) || blocked.contains(plain)) {
      return Optional.of(Fault.of(field, "members.fault.passwordCommon"));
    }
    if (unit(plain).length() < LENGTH_MIN && repeated(plain)) {
      return Optional.of(Fault.of(field, "members.fault.passwordRepeated"));
    }
    return pieces(plain, easy(context)) <= PIECES_MAX
        ? Optional.of(Fault.of(field, "members.fault.passwordEasy"))
        : Optional.empty();
  }

  private Set<String> easy(Collection<String> context) {
    Set<String> easy = new HashSet<>(bases);
    for (String text : context) {
      for (String word : Folding.words(text)) {
        if (word.length() >= CONTEXT_MIN) {
          easy.add(word);
        }
      }
      String whole = plain(text);
      if (whole.length() >= CONTEXT_MIN) {
        easy.add(whole);
      }
    }
    return easy;
  }

  private static String plain(String text) {
    return Folding.fold(text).replace(" ", "");
  }

  private static boolean repeated(String text) {
    return unit(text).length() < text.length();
  }

  /** The shortest text whose repetition, cut off anywhere, gives the whole. */
  private static String unit(String text) {
    for (int length = 1; length <= text.length() / 2; length++) {
      if (text.startsWith(text.substring(length))) {
        return text.substring(0, length);
      }
    }
    return text;
  }

  /** The least number of easy words and short runs of digits that make up the whole text. */
  private static int pieces(String text, Set<String> easy) {
    int[] least = new int[text.length() + 1];
    for (int end = 1; end <= text.length(); end++) {
      least[end] = PIECES_MAX + 1;
      for (int start = 0; start < end; start++) {
        String piece = text.substring(start, end);
        if (least[start] < least[end] - 1 && (easy.contains(piece) || digits(piece))) {
          least[end] = least[start] + 1;
        }
      }
    }
    return least[text.length()];
  }

  private static boolean digits(String text) {
    return text.length() <= DIGITS_MAX && text.chars().allMatch(Character::isDigit);
  }

  private static Set<String> read(String file) {
    try (InputStream stream = PasswordRules.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The list %s is missing.".formatted(file));
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Set<String> entries = new HashSet<>();
      // The first line says where the list comes from.
      reader.lines().skip(1).forEach(entries::add);
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
