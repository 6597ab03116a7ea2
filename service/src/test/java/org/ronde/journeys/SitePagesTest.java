package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.app.SitePages;
import org.ronde.db.TestDatabase;
import org.ronde.http.Cookies;
import org.ronde.http.TestServer;

@Tag("browser")
@Tag("database")
class SitePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new SitePages(
                      TestServer.words(),
                      new Cookies(URI.create("http://localhost")),
                      () -> new SitePages.Counts(12, 29, 37, 3),
                      true)));

  @RegisterExtension final Browsing browsing = new Browsing();

  @ParameterizedTest
  @CsvSource({"/,fr", "/,en", "/about,fr", "/about,en", "/nothing-here,fr", "/nothing-here,en"})
  void meetsTheAccessibilityRulesInBothLanguagesAndColourSchemes(String path, String language) {
    for (Browsing.Look look :
        List.of(
            Browsing.Look.phone(language),
            Browsing.Look.desk(language),
            Browsing.Look.phone(language).dark())) {
      Page page = browsing.open(look);

      page.navigate(server.url(path));

      assertThat(Browsing.axe(page)).isEmpty();
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    }
  }

  @Test
  void keepsTheLanguageThatAVisitorChooses() {
    Page page = browsing.open(Browsing.Look.phone("fr").withoutJavaScript());
    page.navigate(server.url("/about?kept=1"));

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();

    assertThat(page.url()).endsWith("/about?kept=1");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
  }
}
