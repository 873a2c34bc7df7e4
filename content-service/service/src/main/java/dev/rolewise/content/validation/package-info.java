/**
 * The rules a pack has to pass before anybody reads a word of it: at build time and again at
 * publication. One class per rule; every fault is reported with file, pointer and reason.
 */
package dev.rolewise.content.validation;
