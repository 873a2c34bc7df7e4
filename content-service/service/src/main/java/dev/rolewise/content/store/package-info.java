/** Packs in PostgreSQL: publishing one, and reading what is current. */
package dev.rolewise.content.store;
