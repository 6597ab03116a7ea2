package org.ronde.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String AXE = axe();

  /** Runs the rules of these tags; we have no frames, and nobody reads selectors. */
  private static final String LOOK =
      """
      tags => axe
        .run({runOnly: tags, resultTypes: ['violations'],
              iframes: false, selectors: false, preload: false})
        .then(found => found.violations.map(
          rule => rule.id + ': ' + rule.nodes.map(node => node.html).slice(0, 3).join(' ')))
      """;

  /** What a page is made of: language, width, colours, and each kind of element with its place. */
  private static final String MAKING =
      """
      () => [document.documentElement.lang, innerWidth,
        matchMedia('(prefers-color-scheme: dark)').matches,
        ...new Set([...document.querySelectorAll('body *')].map(element => {
          const path = [element.getAttributeNames().join()];
          for (let e = element; e && e !== document.body && path.length < 5; e = e.parentElement) {
            path.push(e.tagName + '.' + e.getAttribute('class') + '.' + e.getAttribute('role'));
          }
          return path.join('<');
        }))].sort().join('\\n')
      """;

  private static final Set<String> FAULTLESS = new HashSet<>();

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

  /**
   * What axe finds wrong with a page, a line each; empty when nothing.
   *
   * <p>Axe takes its time, so it looks at each making once: a page made of the same parts as one
   * that was found without fault in this run, in the same language, width and colours, has none
   * either.
   */
  public static List<String> axe(Page page) {
    String making = String.valueOf(page.evaluate(MAKING));
    if (FAULTLESS.contains(making)) {
      return List.of();
    }
    page.evaluate(AXE);
    List<String> faults =
        ((List<?>) page.evaluate(LOOK, RULES))
            .stream().map(fault -> page.url() + ": " + fault).toList();
    if (faults.isEmpty()) {
      FAULTLESS.add(making);
    }
    return faults;
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

  private static String axe() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
