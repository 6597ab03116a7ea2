package org.ronde.matching.io;

/** One list of wants in a file; words and users are numbers. */
final class WantLine {
  static final int NOBODY = -1;
  static final int SEMICOLON = -1;

  private final int number;
  private final int user;
  private final int item;
  private final int[] wants;

  /**
   * Stores what it is given, without a copy.
   *
   * @param number of its line, from 1
   * @param user or {@link #NOBODY} when the line names none
   * @param item the word that names it
   * @param wants words, and {@link #SEMICOLON} between them
   */
  WantLine(int number, int user, int item, int[] wants) {
    this.number = number;
    this.user = user;
    this.item = item;
    this.wants = wants;
  }

  int number() {
    return number;
  }

  int user() {
    return user;
  }

  int item() {
    return item;
  }

  /** How many words there are. */
  int size() {
    return wants.length;
  }

  int want(int index) {
    return wants[index];
  }
}
