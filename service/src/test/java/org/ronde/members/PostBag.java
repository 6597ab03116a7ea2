package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ronde.http.TestServer;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;

/** Keeps the letters of a test instead of sending them, and draws each one to be sure it can be. */
final class PostBag implements Post {
  private final List<Letter> letters = new ArrayList<>();

  @Override
  public synchronized void post(Letter letter) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Map<String, Object> model = new TreeMap<>(letter.model());
      model.put("name", letter.name());
      model.put("baseUrl", "http://localhost");
      model.put(
          "subject",
          TestServer.words().say(locale, "mail." + letter.template() + ".subject", model));
      TestServer.templates().draw("mails/" + letter.template() + ".ftlh", locale, model);
      TestServer.templates().draw("mails/" + letter.template() + ".txt.ftl", locale, model);
    }
    letters.add(letter);
  }

  synchronized List<Letter> all() {
    return List.copyOf(letters);
  }

  /** The newest letter to this address. */
  synchronized Letter to(String address) {
    return letters.stream()
        .filter(letter -> letter.address().equals(address))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("No letter went to " + address));
  }

  /** The path of the link in the newest letter to this address. */
  String path(String address) {
    return String.valueOf(to(address).model().get("path"));
  }

  /** The secret of that link. */
  Secret secret(String address) {
    String path = path(address);
    return new Secret(path.substring(path.lastIndexOf('/') + 1));
  }

  synchronized void empty() {
    letters.clear();
  }
}
