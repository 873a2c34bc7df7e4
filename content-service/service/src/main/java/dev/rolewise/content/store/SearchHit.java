package dev.rolewise.content.store;

import dev.rolewise.content.search.Snippet;

/**
 * Something that was found.
 *
 * @param kind what it is
 * @param id of the document, or of the term
 * @param title its title
 * @param snippet where the words stand, or how it begins when only the title has them
 * @param whole whether it has all the words
 */
public record SearchHit(String kind, String id, String title, Snippet snippet, boolean whole) {}
