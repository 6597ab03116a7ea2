package org.ronde.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for journeys: one for the whole run, a fresh profile for each person in a test.
 *
 * <p>After each test it fails when any page broke the content security policy or logged an error.
 */
public final class Browsing implements AfterEachCallback {
  private static @Nullable Browser shared;

  private final List<BrowserContext> people = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /** How somebody looks at Ronde. */
  public record Look(int width, String language, boolean javaScript, ColorScheme scheme) {
    public static Look phone(String language) {
      return new Look(360, language, true, ColorScheme.LIGHT);
    }

    public static Look desk(String language) {
      return new Look(1280, language, true, ColorScheme.LIGHT);
    }

    public Look withoutJavaScript() {
      return new Look(width, language, false, scheme);
    }

    public Look dark() {
      return new Look(width, language, javaScript, ColorScheme.DARK);
    }
  }

  /** A page of a person's own browser, without cookies. */
  public Page open(Look look) {
    BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(look.width(), 800)
                    .setLocale(look.language().equals("fr") ? "fr-FR" : "en-GB")
                    .setTimezoneId("Europe/Paris")
                    .setColorScheme(look.scheme())
                    .setJavaScriptEnabled(look.javaScript()));
    context.setDefaultTimeout(15_000);
    people.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !expected(message.text())) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** What axe finds wrong with a page, a line each; empty when nothing. */
  public static List<String> axe(Page page) {
    AxeResults results =
        new AxeBuilder(page)
            // We have no frames: without them axe need not open a page of its own each time.
            .setLegacyMode(true)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze();
    return results.getViolations().stream()
        .map(
            rule ->
                "%s: %s: %s"
                    .formatted(
                        page.url(),
                        rule.getId(),
                        rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList()))
        .toList();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    people.forEach(BrowserContext::close);
    people.clear();
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    if (!found.isEmpty()) {
      throw new AssertionError("The browser complained:\n" + String.join("\n", found));
    }
  }

  /** Answers of 4xx, which refusals are, show as console errors of no interest. */
  private static boolean expected(String message) {
    return message.startsWith("Failed to load resource: the server responded with a status of 4");
  }

  private static synchronized Browser browser() {
    Browser existing = shared;
    if (existing == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      existing =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      shared = existing;
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return existing;
  }

  private static Path executable() {
    String named = System.getenv("RONDE_CHROMIUM");
    return Stream.concat(
            Stream.ofNullable(named).map(Path::of),
            Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No browser: install chromium, or set RONDE_CHROMIUM to one."));
  }
}
