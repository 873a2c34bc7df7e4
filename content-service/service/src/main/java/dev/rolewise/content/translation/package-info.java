/** Bringing a pack into a further language: one sheet out to the translator, and back in. */
package dev.rolewise.content.translation;
