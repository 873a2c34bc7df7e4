/** Editing the content of a running suite from the command line: the right, and the operations. */
package dev.rolewise.local.editing;
