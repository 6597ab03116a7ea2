package org.ronde.contests;

/** The door of contests. */
public final class Contests {}
