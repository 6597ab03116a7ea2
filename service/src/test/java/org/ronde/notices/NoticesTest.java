package org.ronde.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.mail.Letter;
import org.ronde.members.Person;
import org.ronde.notices.Notices.Event;

@Tag("database")
class NoticesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Person anne = person("Anne", Words.ENGLISH);
  private final Person benoit = person("Benoît", Words.FRENCH);
  private final List<Letter> letters = new ArrayList<>();
  private final CompanyId bakery = new CompanyId(UUID.randomUUID());
  private final NoticeDao dao = database.jdbi().onDemand(NoticeDao.class);
  private final Notices notices =
      new Notices(
          database.jdbi(),
          database.transactions(),
          Ids.timeOrdered(),
          new Staff(),
          letters::add,
          TestServer.templates());

  /** A bakery where Anne and Benoît work. */
  private final class Staff implements Audience {
    @Override
    public String companyName(CompanyId company) {
      return "Boulangerie Paul";
    }

    @Override
    public List<Person> people(CompanyId company) {
      return List.of(anne, benoit);
    }

    @Override
    public Person member(MemberId member) {
      return member.equals(anne.id()) ? anne : benoit;
    }
  }

  private static Person person(String name, Locale locale) {
    return new Person(
        new MemberId(UUID.randomUUID()), name, "staff@example.org", locale, Actor.Role.TRADER);
  }

  private void tellSent() {
    notices.tell(
        bakery,
        Event.LEG_SENT,
        Map.of("title", "Oak counter", "giver", "Atelier Vidal"),
        "/exchanges/7");
  }

  @Test
  void tellsEverybodyWhoActsForACompanyInTheirLanguage() {
    tellSent();

    assertThat(dao.unread(anne.id())).isEqualTo(1);
    assertThat(dao.unread(benoit.id())).isEqualTo(1);
    assertThat(letters).extracting(Letter::name).containsExactly("Anne", "Benoît");
    assertThat(letters.get(0).model())
        .containsEntry("title", "Atelier Vidal has sent you “Oak counter”")
        .containsEntry("company", "Boulangerie Paul")
        .containsEntry("path", "/notices/" + dao.page(anne.id(), 1, 0).get(0).noticeId());
    assertThat(String.valueOf(letters.get(1).model().get("title")))
        .startsWith("Atelier Vidal vous a envoyé");
  }

  @Test
  void saysFactsThatAreWordsInEachReadersLanguage() {
    notices.tell(
        bakery,
        Event.CONTEST_PRIZE_ASKED,
        locale -> Map.of("title", locale.equals(Words.FRENCH) ? "Fête" : "Fair", "prize", "A cake"),
        "/contests/7/gifts/1");

    assertThat(String.valueOf(letters.get(0).model().get("text"))).contains("Fair");
    assertThat(String.valueOf(letters.get(1).model().get("text"))).contains("Fête");
  }

  @Test
  void tellsOneMember() {
    notices.tellMember(
        benoit.id(), Event.LISTING_EXPIRED, Map.of("title", "Pain"), "/listings/mine");

    assertThat(dao.unread(anne.id())).isZero();
    assertThat(dao.page(benoit.id(), 5, 0)).extracting(NoticeDao.Row::companyId).containsNull();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).model()).doesNotContainKey("company");
  }

  @Test
  void namesTheCompanyInItsMessagesByItself() {
    notices.tell(bakery, Event.COMPANY_APPROVED, Map.of(), "/listings/new");

    assertThat(letters.get(0).model()).containsEntry("title", "Boulangerie Paul can trade now");
  }

  @Test
  void tellsNothingWhenTheWorkIsRolledBack() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          tellSent();
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");

    assertThat(dao.unread(anne.id())).isZero();
  }

  @Test
  void refusesToTellWithoutAFactThatItsMessagesNeed() {
    assertThatThrownBy(
            () -> notices.tell(bakery, Event.LEG_SENT, Map.of("title", "Oak"), "/exchanges/7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("giver");
  }

  @Test
  void refusesToLeadElsewhere() {
    for (String path : List.of("https://evil.example", "//evil.example", "exchanges/7")) {
      assertThatThrownBy(() -> notices.tell(bakery, Event.COMPANY_APPROVED, Map.of(), path))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
