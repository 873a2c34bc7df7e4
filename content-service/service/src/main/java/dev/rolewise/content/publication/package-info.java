/** Bringing the pack that ships with this program into the database. */
package dev.rolewise.content.publication;
