package org.ronde.mail;

/** Takes letters to deliver, in the caller's transaction. */
public interface Post {
  void post(Letter letter);
}
