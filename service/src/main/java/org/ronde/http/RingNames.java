package org.ronde.http;

import java.util.List;

/**
 * Company names cut to the room beside their circle: at most two lines, then an ellipsis.
 *
 * <p>The server has no screen to measure on, so widths are estimated from the shape of each letter
 * in the family the style sheet uses, on the safe side.
 */
final class RingNames {

  private static final double FONT_SIZE = 13;
  private static final String ELLIPSIS = "…";

  private RingNames() {}

  static List<String> wrapped(String name, double room) {
    var text = name.strip().replaceAll("\\s+", " ");
    if (width(text) <= room) {
      return List.of(text);
    }
    var end = firstLineEnd(text, room);
    if (end == text.length()) {
      return List.of(cut(text, room));
    }
    return List.of(
        cut(text.substring(0, end).strip(), room), cut(text.substring(end).strip(), room));
  }

  static double width(String text) {
    return text.codePoints().mapToDouble(RingNames::em).sum() * FONT_SIZE;
  }

  /** After the last space or hyphen that fits, or after the first one when none does. */
  private static int firstLineEnd(String text, double room) {
    var end = 0;
    for (var i = 1; i < text.length(); i++) {
      var breakable = text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-';
      if (breakable && (end == 0 || width(text.substring(0, i).strip()) <= room)) {
        end = i;
      }
    }
    return end == 0 ? text.length() : end;
  }

  private static String cut(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    var end = text.length();
    while (end > 1 && width(text.substring(0, end) + ELLIPSIS) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static double em(int letter) {
    if ("iljI.,:;'’|!()· ".indexOf(letter) >= 0) {
      return 0.28;
    }
    if ("rft-".indexOf(letter) >= 0) {
      return 0.37;
    }
    if ("mwMW@%&…".indexOf(letter) >= 0) {
      return 0.86;
    }
    return Character.isUpperCase(letter) ? 0.63 : 0.56;
  }
}
