package org.ronde.members;

import java.util.Locale;
import java.util.Map;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;

/** The mails of this room. Each holds at most one link, and says what to do if nobody asked. */
record MemberLetters(Post post, SignInSettings settings) {
  /** To somebody who filled in the form to join. */
  void confirm(EmailAddress address, String name, Locale locale, String path) {
    Map<String, Object> model = Map.of("path", path, "goodFor", settings.confirmLink());
    send(address.text(), name, locale, "confirm", model);
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
    Map<String, Object> model = Map.of("path", path, "goodFor", settings.signInLink());
    send(account.email(), account.name(), account.locale(), "sign-in", model);
  }

  void reset(MemberDao.Account account, String path) {
    Map<String, Object> model = Map.of("path", path, "goodFor", settings.resetLink());
    send(account.email(), account.name(), account.locale(), "reset", model);
  }

  void passwordChanged(MemberDao.Account account) {
    send(
        account.email(),
        account.name(),
        account.locale(),
        "password-changed",
        Map.of("path", "/password/forgot"));
  }

  /** To the account that would end, so that only who reads its mail can agree. */
  void merge(MemberDao.Account from, String into, String path) {
    Map<String, Object> model =
        Map.of("path", path, "into", into, "goodFor", settings.confirmLink());
    send(from.email(), from.name(), from.locale(), "merge", model);
  }

  /** To an address without account that somebody thought they had one at. */
  void nothingToMerge(EmailAddress address, Locale locale) {
    send(address.text(), address.text(), locale, "merge-nothing", Map.of("path", "/"));
  }

  /** To the address of an account that was closed, for the last time. */
  void merged(MemberDao.Account from, String into) {
    send(
        from.email(),
        from.name(),
        from.locale(),
        "merged",
        Map.of("path", "/sign-in", "into", into));
  }

  void invitation(
      EmailAddress address, Locale locale, String inviter, String company, String path) {
    send(
        address.text(),
        address.text(),
        locale,
        "invitation",
        Map.of(
            "path", path,
            "inviter", inviter,
            "company", company,
            "goodFor", settings.invitation()));
  }

  private void send(
      String address, String name, Locale locale, String template, Map<String, Object> model) {
    post.post(new Letter(address, name, locale, "members/" + template, model));
  }
}
