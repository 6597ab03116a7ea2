package org.ronde.members;

/** What all ways in share: links, sessions, mails and the counting of tries. */
record Doorway(
    Links links,
    Sessions sessions,
    MemberLetters letters,
    Attempts attempts,
    SignInSettings settings) {
  /**
   * Counts a mail that anybody can have sent to any address.
   *
   * @throws org.ronde.http.Refusal TOO_MANY_REQUESTS
   */
  void countMail(EmailAddress address, Browser browser) {
    attempts.count(Attempts.Scope.MAIL_ADDRESS, browser.network());
    attempts.count(Attempts.Scope.MAIL_ACCOUNT, address.text());
  }
}
