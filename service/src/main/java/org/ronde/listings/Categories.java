package org.ronde.listings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What companies barter, in two levels, from categories.csv. */
public final class Categories {
  private final Map<String, Category> groups = new LinkedHashMap<>();
  private final Map<String, Category> leaves = new LinkedHashMap<>();

  /**
   * One category; {@code parent} is empty at the first level, where {@code service} and {@code
   * unit} mean nothing.
   *
   * @param unit what it is usually counted in
   * @param synonymsEn everyday words for it
   */
  public record Category(
      String code,
      String parent,
      String nameEn,
      String nameFr,
      boolean service,
      Listing.Unit unit,
      List<String> synonymsEn,
      List<String> synonymsFr) {
    public Category {
      synonymsEn = List.copyOf(synonymsEn);
      synonymsFr = List.copyOf(synonymsFr);
    }

    public String name(Locale locale) {
      return locale.getLanguage().equals("fr") ? nameFr : nameEn;
    }

    /** Every word it is found by, in both languages. */
    String words() {
      return String.join(
          " ", nameEn, nameFr, String.join(" ", synonymsEn), String.join(" ", synonymsFr));
    }
  }

  private Categories() {}

  /** Reads the table that comes with Ronde. */
  public static Categories load() {
    Categories categories = new Categories();
    Csv.rows("categories.csv").forEach(categories::add);
    return categories;
  }

  /** First-level categories in the order of the file. */
  public List<Category> groups() {
    return List.copyOf(groups.values());
  }

  /** The leaves of a first-level category. */
  public List<Category> leaves(String group) {
    return leaves.values().stream().filter(leaf -> leaf.parent().equals(group)).toList();
  }

  public Optional<Category> findLeaf(String code) {
    return Optional.ofNullable(leaves.get(code));
  }

  /** The leaf with this code, which is known to exist. */
  public Category leaf(String code) {
    return findLeaf(code)
        .orElseThrow(() -> new IllegalArgumentException("No category '%s'.".formatted(code)));
  }

  public Optional<Category> findGroup(String code) {
    return Optional.ofNullable(groups.get(code));
  }

  /** The leaves below a code: itself when it is a leaf, none when it is unknown. */
  public List<Category> below(String code) {
    return findLeaf(code).map(List::of).orElseGet(() -> leaves(code));
  }

  /** The words by which a listing of this leaf is found: the leaf's, and its group's names. */
  String words(String code) {
    Category leaf = leaf(code);
    Category group = groups.getOrDefault(leaf.parent(), leaf);
    return leaf.words() + " " + group.words();
  }

  private void add(Map<String, String> row) {
    String code = value(row, "code");
    String parent = value(row, "parent");
    boolean first = parent.isEmpty();
    Category category =
        new Category(
            code,
            parent,
            value(row, "en"),
            value(row, "fr"),
            !first && service(code, value(row, "kind")),
            first ? Listing.Unit.PIECE : Listing.Unit.valueOf(value(row, "unit")),
            list(value(row, "synonyms_en")),
            list(value(row, "synonyms_fr")));
    if (!first && !groups.containsKey(parent)) {
      throw new IllegalStateException(
          "The category %s stands before its parent %s.".formatted(code, parent));
    }
    if (groups.containsKey(code) || leaves.containsKey(code)) {
      throw new IllegalStateException("The category %s is there twice.".formatted(code));
    }
    (first ? groups : leaves).put(code, category);
  }

  private static boolean service(String code, String kind) {
    return switch (kind) {
      case "SERVICE" -> true;
      case "GOODS" -> false;
      default ->
          throw new IllegalStateException(
              "The category %s is '%s': SERVICE or GOODS is wanted.".formatted(code, kind));
    };
  }

  private static String value(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<String> list(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(";", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }
}
