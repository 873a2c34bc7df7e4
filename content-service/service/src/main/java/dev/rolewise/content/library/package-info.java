/** The current pack in memory: which version is published, and the replies made of it. */
package dev.rolewise.content.library;
