/** What editors do to packs in a running suite: import, compare, publish, withdraw, export. */
package dev.rolewise.content.editor;
