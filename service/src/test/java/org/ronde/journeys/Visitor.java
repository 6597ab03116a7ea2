package org.ronde.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronde.http.TestServer;

/** Somebody at a browser, who reads Ronde's words and clicks on them. */
final class Visitor {
  private final Ronde ronde;
  private final Page page;
  private final Browsing.Look look;
  private final Locale locale;
  private final List<String> seen = new ArrayList<>();

  Visitor(Ronde ronde, Browsing browsing, Browsing.Look look) {
    this.ronde = ronde;
    this.page = browsing.open(look);
    this.look = look;
    this.locale = Locale.forLanguageTag(look.language());
  }

  Page page() {
    return page;
  }

  Locale locale() {
    return locale;
  }

  /** What axe found on the pages looked at so far; without JavaScript it cannot run. */
  List<String> barriers() {
    return seen;
  }

  String word(String key) {
    return word(key, Map.of());
  }

  String word(String key, Map<String, ?> arguments) {
    return TestServer.words().say(locale, key, arguments);
  }

  Visitor open(String path) {
    page.navigate(path.startsWith("http") ? path : ronde.url(path));
    return look();
  }

  Visitor fill(String field, String value) {
    page.locator("main [name='%s']".formatted(field)).fill(value);
    return this;
  }

  Visitor choose(String field, String value) {
    page.locator("main select[name='%s']".formatted(field)).selectOption(value);
    return this;
  }

  /** Presses the button that bears the message's words. */
  Visitor press(String key) {
    return pressWords(word(key));
  }

  Visitor pressWords(String words) {
    // The keyboard: whoever cannot use a mouse must get through as well.
    page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true))
        .first()
        .press("Enter");
    page.waitForLoadState();
    return look();
  }

  /** Follows the link with these words in the page's main part. */
  Visitor follow(String words) {
    page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
        .first()
        .press("Enter");
    page.waitForLoadState();
    return look();
  }

  String text() {
    return page.getByRole(AriaRole.MAIN).innerText();
  }

  String title() {
    return page.locator("h1").innerText();
  }

  boolean wider() {
    return (Boolean)
        page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1");
  }

  private Visitor look() {
    if (look.javaScript()) {
      seen.addAll(Browsing.axe(page));
      if (wider()) {
        seen.add(page.url() + ": wider than the screen");
      }
    }
    return this;
  }
}
