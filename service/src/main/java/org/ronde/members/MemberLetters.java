package org.ronde.members;

import java.util.Locale;
import java.util.Map;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;

/** The mails of this room. Each holds at most one link, and says what to do if nobody asked. */
record MemberLetters(Post post) {
  /** To somebody who filled in the form to join. */
  void confirm(EmailAddress address, String name, Locale locale, String path) {
    send(address.text(), name, locale, "confirm", Map.of("path", path));
  }

  /** To a member whose address was typed into the form to join. */
  void alreadyMember(MemberDao.Account account) {
    send(account.email(), account.name(), account.locale(), "already", Map.of("path", "/sign-in"));
  }

  /** To an address without account that was typed into the form to sign in. */
  void noAccount(EmailAddress address, Locale locale) {
    send(address.text(), address.text(), locale, "stranger", Map.of("path", "/join"));
  }

  void signIn(MemberDao.Account account, String path) {
    send(account.email(), account.name(), account.locale(), "sign-in", Map.of("path", path));
  }

  void reset(MemberDao.Account account, String path) {
    send(account.email(), account.name(), account.locale(), "reset", Map.of("path", path));
  }

  void passwordChanged(MemberDao.Account account) {
    send(
        account.email(),
        account.name(),
        account.locale(),
        "password-changed",
        Map.of("path", "/password/forgot"));
  }

  void invitation(
      EmailAddress address, Locale locale, String inviter, String company, String path) {
    send(
        address.text(),
        address.text(),
        locale,
        "invitation",
        Map.of("path", path, "inviter", inviter, "company", company));
  }

  private void send(
      String address, String name, Locale locale, String template, Map<String, Object> model) {
    post.post(new Letter(address, name, locale, "members/" + template, model));
  }
}
