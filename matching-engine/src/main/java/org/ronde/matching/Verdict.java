package org.ronde.matching;

/** What a company said about one offer for one of its needs; silence is "ask me when deciding". */
public enum Verdict {
  WOULD_TAKE,
  NEVER
}
