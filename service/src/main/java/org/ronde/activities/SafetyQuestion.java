package org.ronde.activities;

import java.time.Instant;
import org.ronde.ids.MemberId;
import org.ronde.ids.QuestionId;

/**
 * What a member asks the operators about.
 *
 * @param words what the gate stopped
 * @param danger the class it was taken for
 */
public record SafetyQuestion(
    QuestionId questionId, MemberId memberId, String words, String danger, Instant askedAt) {}
