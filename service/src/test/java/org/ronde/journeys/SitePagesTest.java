package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
@Tag("database")
class SitePagesTest {
  @RegisterExtension static final Ronde ronde = new Ronde();
  @RegisterExtension final Browsing browsing = new Browsing();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void meetTheAccessibilityRulesOnAnyScreenByDayAndByNight(String language) {
    for (Browsing.Look look :
        List.of(Browsing.Look.phone(language).dark(), Browsing.Look.desk(language))) {
      Page page = browsing.open(look);
      for (String path : List.of("/", "/about", "/nothing-here")) {
        page.navigate(ronde.url(path));

        assertThat(Browsing.axe(page)).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      }
    }
  }

  @Test
  void keepTheLanguageThatAVisitorChooses() {
    Page page = browsing.open(Browsing.Look.phone("fr").withoutJavaScript());
    page.navigate(ronde.url("/about?kept=1"));

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();

    assertThat(page.url()).endsWith("/about?kept=1");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
  }
}
