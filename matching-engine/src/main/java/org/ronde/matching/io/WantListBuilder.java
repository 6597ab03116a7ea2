package org.ronde.matching.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.trades.WantList;

/** Makes a want list of the lines of one: who is meant by each word, and what it costs. */
final class WantListBuilder {
  /** In place of a number of official names: any name will do. */
  static final int ALL = -1;

  private static final int NONE = -1;

  private final WantListOptions options;
  private final Words users;
  private final Words words;
  private final int officialNames;
  private final List<String> notes;
  private final List<WantWord> meanings = new ArrayList<>();
  private final List<WantLine> kept = new ArrayList<>();

  /** Where the list for each word stands among those kept; each user has dummies of their own. */
  private int[] places = {};

  private final Map<Long, Integer> dummyPlaces = new HashMap<>();

  /** How often each word was wanted in vain. */
  private int[] unknown = {};

  /** The line that wanted each item last. */
  private int[] seenBy = {};

  private int cashMarks;

  /**
   * Adds its remarks to the notes.
   *
   * @param officialNames how many of the words, the first ones, are the only names of items; or
   *     {@link #ALL}
   */
  WantListBuilder(
      WantListOptions options, Words users, Words words, int officialNames, List<String> notes) {
    this.options = options;
    this.users = users;
    this.words = words;
    this.officialNames = officialNames;
    this.notes = notes;
  }

  WantList build(List<WantLine> lines) {
    // What stands before a '=' may be a word more.
    for (int word = 0; word < words.count(); word++) {
      meanings.add(WantWord.of(word, words));
    }
    places = new int[words.count()];
    Arrays.fill(places, NONE);
    unknown = new int[words.count()];
    for (var line : lines) {
      if (isCash(line)) {
        cashMarks++;
      } else if (isKept(line)) {
        if (isDummy(line)) {
          dummyPlaces.put(dummy(line.item(), line.user()), kept.size());
        } else {
          places[line.item()] = kept.size();
        }
        kept.add(line);
      }
    }
    seenBy = new int[kept.size()];
    var items = items();
    noteUnknown();
    if (cashMarks > 0) {
      notes.add(0, cashMarks + " cash marks ($) are read and not used: goods alone change hands");
    }
    return new WantList(items, options.ranked(), options.stayCost());
  }

  /** A bid of cash, or how much a user would pay in all. */
  private boolean isCash(WantLine line) {
    return isCash(line.item())
        || (line.size() == 1
            && text(line.item()).equalsIgnoreCase("LIMIT")
            && isCash(line.want(0)));
  }

  private boolean isCash(int word) {
    return word != WantLine.SEMICOLON && meanings.get(word).isCash();
  }

  private boolean isKept(WantLine line) {
    var item = text(line.item());
    boolean dummy = isDummy(line);
    int place = place(line.item(), line.user());
    if (dummy && line.user() == WantLine.NOBODY) {
      note(line, "the dummy " + item + " stands without a user: ignored");
    } else if (dummy && !options.dummiesAllowed()) {
      note(line, "the dummy " + item + " stands without ALLOW-DUMMIES: ignored");
    } else if (!dummy && officialNames != ALL && !isOfficial(line.item())) {
      note(line, item + " is no official name: ignored");
    } else if (place != NONE) {
      int first = kept.get(place).number();
      note(line, "a second list for " + item + ", the first is on line " + first + ": ignored");
    } else {
      return true;
    }
    return false;
  }

  private boolean isOfficial(int word) {
    return word < officialNames;
  }

  private boolean isDummy(WantLine line) {
    return meanings.get(line.item()).isDummy();
  }

  private int place(int word, int user) {
    return meanings.get(word).isDummy()
        ? dummyPlaces.getOrDefault(dummy(word, user), NONE)
        : places[word];
  }

  private static long dummy(int word, int user) {
    return ((long) user << Integer.SIZE) + word;
  }

  private List<WantList.Item> items() {
    var names = new String[users.count()];
    for (int user = 0; user < names.length; user++) {
      names[user] = users.text(user);
    }
    var items = new ArrayList<WantList.Item>();
    for (var line : kept) {
      @Nullable String user = line.user() == WantLine.NOBODY ? null : names[line.user()];
      items.add(new WantList.Item(text(line.item()), user, isDummy(line), wants(line)));
    }
    return items;
  }

  private WantList.Wants wants(WantLine line) {
    var wanted = new int[line.size()];
    var costs = new long[line.size()];
    int count = 0;
    int named = 0;
    for (int i = 0; i < line.size(); i++) {
      named += line.want(i) == WantLine.SEMICOLON ? 0 : 1;
    }
    long rank = 1;
    for (int i = 0; i < line.size(); i++) {
      int word = line.want(i);
      if (word == WantLine.SEMICOLON) {
        rank += options.bigStep();
        continue;
      }
      var meaning = meanings.get(word);
      int name = meaning.item();
      if (name != word) {
        long explicit = explicitRank(line, meaning.text());
        if (explicit == 0) {
          continue;
        }
        rank = explicit;
      }
      if (isCash(name)) {
        cashMarks++;
        rank += options.smallStep();
        continue;
      }
      int place = place(name, line.user());
      if (place == NONE) {
        // Who owns an official item and sent no list is no slip of the one who wants it.
        if (isOfficial(name)) {
          rank += options.smallStep();
        } else {
          unknown[name]++;
        }
      } else if (mayWant(line, kept.get(place), seenBy[place] == line.number())) {
        seenBy[place] = line.number();
        wanted[count] = place;
        costs[count++] = options.cost(rank, named);
        rank += options.smallStep();
      }
    }
    return WantList.Wants.of(wanted, costs, count);
  }

  private boolean mayWant(WantLine line, WantLine wanted, boolean isRepeated) {
    if (wanted.number() == line.number()) {
      note(line, text(line.item()) + " wants itself: ignored");
    } else if (isRepeated) {
      if (!options.repeatsHidden()) {
        note(line, wish(line, wanted) + " more than once: ignored");
      }
    } else if (line.user() != WantLine.NOBODY && line.user() == wanted.user() && !isDummy(wanted)) {
      note(line, wish(line, wanted) + " of the same user: ignored");
    } else {
      return true;
    }
    return false;
  }

  private String wish(WantLine line, WantLine wanted) {
    return text(line.item()) + " wants " + text(wanted.item());
  }

  /** The number after the {@code =}; 0 when it cannot be used. */
  private long explicitRank(WantLine line, String word) {
    if (!options.explicit()) {
      note(line, word + " has a priority without EXPLICIT-PRIORITIES: ignored");
    } else if (!word.matches("[^=]+=0*[1-9]\\d{0,8}")) {
      note(line, word + " is not 'item=priority' with a priority from 1 to 999999999: ignored");
    } else {
      return Long.parseLong(word.substring(word.indexOf('=') + 1));
    }
    return 0;
  }

  private void noteUnknown() {
    var names = new TreeMap<String, Integer>();
    for (int word = 0; word < unknown.length; word++) {
      if (unknown[word] > 0) {
        names.put(text(word), unknown[word]);
      }
    }
    for (var name : names.entrySet()) {
      notes.add("unknown item " + name.getKey() + " (wanted " + name.getValue() + "×): ignored");
    }
  }

  private String text(int word) {
    return meanings.get(word).text();
  }

  private void note(WantLine line, String note) {
    notes.add("line " + line.number() + ": " + note);
  }
}
