package org.ronde.matching.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.trades.WantList;

/** Makes a want list of the lines of one: who is meant by each word, and what it costs. */
final class WantListBuilder {
  private static final Pattern CASH = Pattern.compile("\\$\\d+(\\.\\d+)?");

  private final WantListOptions options;
  private final @Nullable Map<String, Integer> officialNames;
  private final List<String> notes;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<WantListReader.Line> kept = new ArrayList<>();
  private final Map<String, Integer> unknown = new TreeMap<>();

  /** The line that wanted each item last. */
  private int[] seenBy = {};

  private int cashMarks;

  WantListBuilder(
      WantListOptions options, @Nullable Map<String, Integer> officialNames, List<String> notes) {
    this.options = options;
    this.officialNames = officialNames;
    this.notes = notes;
  }

  WantList build(List<WantListReader.Line> lines) {
    for (var line : lines) {
      if (isCash(line)) {
        cashMarks++;
      } else if (isKept(line)) {
        places.put(key(line.item(), line.user()), kept.size());
        kept.add(line);
      }
    }
    seenBy = new int[kept.size()];
    var items = kept.stream().map(this::item).toList();
    unknown.forEach(
        (item, times) -> notes.add("unknown item %s (wanted %d×): ignored".formatted(item, times)));
    if (cashMarks > 0) {
      notes.add(
          0,
          "%d cash marks ($) are read and not used: goods alone change hands".formatted(cashMarks));
    }
    return new WantList(items, options.ranked(), options.stayCost());
  }

  /** A bid of cash, or how much a user would pay in all. */
  private static boolean isCash(WantListReader.Line line) {
    return isCash(line.item())
        || (line.item().equalsIgnoreCase("LIMIT")
            && line.words().size() == 1
            && isCash(line.words().get(0)));
  }

  private static boolean isCash(String word) {
    return word.startsWith("$") && CASH.matcher(word).matches();
  }

  private boolean isKept(WantListReader.Line line) {
    var item = line.item();
    var place = places.get(key(item, line.user()));
    if (isDummy(item) && line.user() == null) {
      note(line, "the dummy %s stands without a user: ignored", item);
    } else if (isDummy(item) && !options.dummiesAllowed()) {
      note(line, "the dummy %s stands without ALLOW-DUMMIES: ignored", item);
    } else if (!isDummy(item) && officialNames != null && !officialNames.containsKey(item)) {
      note(line, "%s is no official name: ignored", item);
    } else if (place != null) {
      int first = kept.get(place).number();
      note(line, "a second list for %s, the first is on line %d: ignored", item, first);
    } else {
      return true;
    }
    return false;
  }

  private static boolean isDummy(String item) {
    return item.startsWith("%");
  }

  /** Each user has dummies of their own; a space can be in no item's name. */
  private static String key(String item, @Nullable String user) {
    return isDummy(item) ? item + " " + user : item;
  }

  private WantList.Item item(WantListReader.Line line) {
    var wants = new ArrayList<WantList.Wanted>();
    int count = (int) line.words().stream().filter(word -> !word.equals(";")).count();
    long rank = 1;
    for (var word : line.words()) {
      if (word.equals(";")) {
        rank += options.bigStep();
        continue;
      }
      var name = word;
      if (word.indexOf('=') >= 0) {
        long explicit = explicitRank(line, word);
        if (explicit == 0) {
          continue;
        }
        rank = explicit;
        name = word.substring(0, word.indexOf('='));
      }
      if (isCash(name)) {
        cashMarks++;
        rank += options.smallStep();
        continue;
      }
      var place = places.get(key(name, line.user()));
      if (place == null) {
        // Who owns an official item and sent no list is no slip of the one who wants it.
        if (officialNames != null && officialNames.containsKey(name)) {
          rank += options.smallStep();
        } else {
          unknown.merge(name, 1, Integer::sum);
        }
      } else if (mayWant(line, kept.get(place), seenBy[place] == line.number())) {
        seenBy[place] = line.number();
        wants.add(new WantList.Wanted(place, options.cost(rank, count)));
        rank += options.smallStep();
      }
    }
    return new WantList.Item(line.item(), line.user(), isDummy(line.item()), wants);
  }

  private boolean mayWant(
      WantListReader.Line line, WantListReader.Line wanted, boolean isRepeated) {
    if (wanted.number() == line.number()) {
      note(line, "%s wants itself: ignored", line.item());
    } else if (isRepeated) {
      if (!options.repeatsHidden()) {
        note(line, "%s wants %s more than once: ignored", line.item(), wanted.item());
      }
    } else if (!isDummy(wanted.item())
        && line.user() != null
        && Objects.equals(line.user(), wanted.user())) {
      note(line, "%s wants %s of the same user: ignored", line.item(), wanted.item());
    } else {
      return true;
    }
    return false;
  }

  /** The number after the {@code =}; 0 when it cannot be used. */
  private long explicitRank(WantListReader.Line line, String word) {
    if (!options.explicit()) {
      note(line, "%s has a priority without EXPLICIT-PRIORITIES: ignored", word);
    } else if (!word.matches("[^=]+=0*[1-9]\\d{0,8}")) {
      note(line, "%s is not 'item=priority' with a priority from 1 to 999999999: ignored", word);
    } else {
      return Long.parseLong(word.substring(word.indexOf('=') + 1));
    }
    return 0;
  }

  private void note(WantListReader.Line line, String note, Object... values) {
    notes.add("line %d: %s".formatted(line.number(), note.formatted(values)));
  }
}
