package org.ronde.mail;

/** A mail as it was written, with its texts. */
public record Mail(
    MailId id,
    String address,
    String name,
    String language,
    String template,
    String subject,
    String plain,
    String html,
    int attempts) {}
