/** Files named on the command line, and what is wrong with them in one line. */
package dev.rolewise.local.input;
