package org.ronde.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;

@Tag("browser")
@Tag("database")
class EvidenceBrowserTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Studio STUDIO = new Studio(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () -> {
            List<Object> resources = new ArrayList<>(STUDIO.resources());
            resources.add(new TryPages(STUDIO));
            return resources;
          });

  @RegisterExtension final Browsing browsing = new Browsing();

  private final Actor lea = STUDIO.member("Léa");
  private final Actor max = STUDIO.member("Max");

  private Page open(Actor actor, Look look) {
    server.as(
        new Actor(
            actor.memberId(),
            actor.memberName(),
            Locale.forLanguageTag(look.language()),
            false,
            null,
            actor.session()));
    Page page = browsing.open(look);
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-ronde", actor.memberId().toString())
                    .setUrl("https://localhost/")));
    return page;
  }

  private static void suits(Page page, List<String> faults) {
    page.querySelectorAll("main details").forEach(fold -> fold.evaluate("d => d.open = true"));
    faults.addAll(Browsing.axe(page));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits", page.url())
        .isEqualTo(true);
  }

  @Test
  void sendsMarksAndShowsAPhotoFromAPhoneInBothLanguages() {
    List<String> faults = new ArrayList<>();
    for (Look look : List.of(Look.phone("fr"), Look.phone("en").dark())) {
      boolean french = look.language().equals("fr");
      Page page = open(lea, look);
      page.navigate(server.url("/tries"));
      suits(page, faults);
      page.locator("#files")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("canal.jpg", "image/jpeg", Media.phoneJpeg(1200, 800, 6)),
                new FilePayload("canal.heic", "image/heic", Media.heic())
              });
      page.locator("main button[type=submit]").last().click();
      assertThat(page.locator(".error-summary").innerText()).contains("canal.heic");
      suits(page, faults);
      page.locator("main button[type=submit]").last().click();
      page.waitForURL("**/evidence/*");
      // Upright, as it was taken.
      assertThat(
              page.locator(".proof-media img")
                  .evaluate("async img => { await img.decode(); return img.naturalHeight; }"))
          .isEqualTo(1200);
      suits(page, faults);

      page.locator(".proof-said a").click();
      page.locator("label[for=cell-8]").click();
      page.locator("#name").fill("Tom");
      page.locator("#email").fill("tom@example.org");
      page.locator("main form button[type=submit]").first().click();
      assertThat(page.locator(".flash").innerText())
          .contains(french ? "C’est indiqué" : "Marked, and blurred");
      suits(page, faults);

      Page toms = browsing.open(look);
      toms.navigate(server.url(STUDIO.asked()));
      suits(toms, faults);
      toms.locator("button[value=YES]").click();
      assertThat(toms.locator("main").innerText())
          .contains(french ? "Oui, montrez-moi" : "Yes, show me");
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void worksWithoutJavaScript() {
    Page page = open(lea, Look.phone("fr").withoutJavaScript());
    page.navigate(server.url("/tries"));
    page.locator("#files")
        .setInputFiles(new FilePayload("run.gpx", "application/gpx+xml", Media.gpx()));
    page.locator("#text").fill("Le long du canal");
    page.locator("main button[type=submit]").last().click();

    assertThat(page.locator("main").innerText()).contains("1,0 km").contains("5 min");
    assertThat(page.locator(".proof-track path").getAttribute("d")).startsWith("M");
  }

  @Test
  void showsFilmsTracksAndAGallery() {
    List<String> faults = new ArrayList<>();
    EvidenceId id =
        STUDIO.proofs.submit(
            STUDIO.submission(
                lea,
                Set.of(max),
                Media.upload("f.mp4", Media.film("mp42", 5)),
                Media.upload("g.gpx", Media.gpx())));
    FileId film = STUDIO.item(lea, id);
    STUDIO.proofs.showTo(lea, id, Audience.MEMBERS, Map.of(film, new Proofs.Said("A jump", true)));

    Page page = open(max, Look.phone("en"));
    for (String path : List.of("/evidence/" + id, "/tries", "/evidence")) {
      page.navigate(server.url(path));
      suits(page, faults);
    }
    page.navigate(server.url("/tries"));
    page.locator(".proof-gallery a").first().click();

    assertThat(page.locator("video").getAttribute("aria-label")).isEqualTo("A jump");
    assertThat(faults).isEmpty();
  }
}
