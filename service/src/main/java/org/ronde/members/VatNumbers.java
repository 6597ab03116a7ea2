package org.ronde.members;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The shapes of VAT numbers in the European Union, by country, France left out: a French company is
 * known by its SIREN. The shape alone is checked; that the number is alive is for the operator.
 */
final class VatNumbers {
  private static final Map<String, Pattern> SHAPES = new TreeMap<>();

  static {
    shape("AT", "ATU[0-9]{8}");
    shape("BE", "BE[01][0-9]{9}");
    shape("BG", "BG[0-9]{9,10}");
    shape("CY", "CY[0-9]{8}[A-Z]");
    shape("CZ", "CZ[0-9]{8,10}");
    shape("DE", "DE[0-9]{9}");
    shape("DK", "DK[0-9]{8}");
    shape("EE", "EE[0-9]{9}");
    shape("ES", "ES[A-Z0-9][0-9]{7}[A-Z0-9]");
    shape("FI", "FI[0-9]{8}");
    // Greece writes EL, though its country code is GR.
    shape("GR", "EL[0-9]{9}");
    shape("HR", "HR[0-9]{11}");
    shape("HU", "HU[0-9]{8}");
    shape("IE", "IE[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}");
    shape("IT", "IT[0-9]{11}");
    shape("LT", "LT([0-9]{9}|[0-9]{12})");
    shape("LU", "LU[0-9]{8}");
    shape("LV", "LV[0-9]{11}");
    shape("MT", "MT[0-9]{8}");
    shape("NL", "NL[A-Z0-9+*]{10}[0-9]{2}");
    shape("PL", "PL[0-9]{10}");
    shape("PT", "PT[0-9]{9}");
    shape("RO", "RO[0-9]{2,10}");
    shape("SE", "SE[0-9]{12}");
    shape("SI", "SI[0-9]{8}");
    shape("SK", "SK[0-9]{10}");
  }

  private VatNumbers() {}

  private static void shape(String country, String regex) {
    SHAPES.put(country, Pattern.compile(regex));
  }

  /** The countries a foreign company can come from, by code. */
  static List<String> countries() {
    return List.copyOf(SHAPES.keySet());
  }

  /** Reads what somebody typed, with or without the country's letters; empty when it cannot be. */
  static Optional<String> find(String country, String typed) {
    Pattern shape = SHAPES.get(country);
    if (shape == null) {
      return Optional.empty();
    }
    String text = typed.replaceAll("[\\s.\\u00a0\\u202f-]", "").toUpperCase(Locale.ROOT);
    String prefix = country.equals("GR") ? "EL" : country;
    String whole = text.startsWith(prefix) ? text : prefix + text;
    return shape.matcher(whole).matches() ? Optional.of(whole) : Optional.empty();
  }
}
