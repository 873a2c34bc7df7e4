package dev.rolewise.assessment.report;

import java.util.UUID;

/**
 * A released comment.
 *
 * @param handle random; says nothing but which comment
 * @param area the area it is about
 * @param text what was written
 * @param hidden whether the organiser took it out of sight
 */
record ShownComment(UUID handle, String area, String text, boolean hidden) {}
